import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface ShippedTextProps {
  text: string
  /** It stands in the editor already. */
  isShown: boolean
  onPut: (text: string) => void
}

/** The text of the plugin, to compare with and to go back to. */
export const ShippedText = ({ text, isShown, onPut }: ShippedTextProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <section aria-label={t("texts.shipped")} className="flex flex-col items-start gap-y-2" data-testid="shipped-text">
      <h3 className="txt-compact-small-plus text-ui-fg-base">{t("texts.shipped")}</h3>
      <Text size="small" className="text-ui-fg-subtle whitespace-pre-line [overflow-wrap:anywhere]">
        {text}
      </Text>
      <Button type="button" size="small" variant="secondary" disabled={isShown} onClick={() => onPut(text)}>
        {t("texts.putShipped")}
      </Button>
    </section>
  )
}
