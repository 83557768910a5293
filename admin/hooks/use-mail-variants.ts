import { useTranslation } from "react-i18next"
import { readableIdentifier } from "../lib/kinds"
import { NAMED_VARIANTS } from "../lib/mail-variants"
import { isOneOf } from "../lib/setting-names"
import { useOrderMailsOverview } from "./use-order-mails"

/** Which mails of a kind there are to look at, the usual one first; none where there is nothing to choose. */
export const useMailVariants = (kind: string | undefined): { value: string; label: string }[] => {
  const { t } = useTranslation("orderMail")
  const { data } = useOrderMailsOverview()
  const variants = data?.kinds.find(({ id }) => id === kind)?.variants ?? []
  if (variants.length < 2) return []
  return variants.map((value) => ({
    value,
    label: isOneOf(NAMED_VARIANTS, value) ? t(`mailVariants.${value}`) : readableIdentifier(value),
  }))
}
