import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { MERCHANT_MAILS } from "../lib/kinds"
import { MAIL_STATES } from "../lib/mail-state"
import { useMailTexts } from "./use-mail-texts"
import { useOrderMailsOverview } from "./use-order-mails"

const filter = createDataTableFilterHelper<AdminOrderMail>()

/**
 * State, kind, shop, date and whether a mail needs a person. Kinds and shops are those that the server knows, and the mails
 * to the shop itself.
 */
export const useAllMailsFilters = (): DataTableFilter[] => {
  const { t } = useTranslation("orderMail")
  const { kindName } = useMailTexts()
  const { data: overview } = useOrderMailsOverview()
  const dateFilters = useDataTableDateFilters()

  return useMemo(
    () => [
      filter.accessor("state", {
        type: "multiselect",
        label: t("fields.state"),
        options: MAIL_STATES.map((state) => ({ label: t(`states.${state}.label`), value: state })),
      }),
      filter.accessor("kind", {
        type: "multiselect",
        label: t("fields.kind"),
        options: [...(overview?.kinds ?? []).map(({ id }) => id), ...MERCHANT_MAILS].map((kind) => ({
          label: kindName(kind),
          value: kind,
        })),
      }),
      filter.accessor("shop_id", {
        type: "multiselect",
        label: t("fields.shop"),
        options: (overview?.shops ?? []).map(({ id, name }) => ({ label: name, value: id })),
      }),
      filter.custom({
        id: "attention",
        type: "radio",
        label: t("fields.attention"),
        options: [{ label: t("values.yes"), value: "true" }],
      }),
      ...dateFilters.filter(({ id }) => id === "created_at"),
    ],
    [t, kindName, overview, dateFilters],
  )
}
