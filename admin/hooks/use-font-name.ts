import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { FONT_STACKS, type MailFont } from "../../src/rendering/shared/font-stacks"

/** The names of fonts: their own, but for the one that is another on each device. */
export const useFontName = () => {
  const { t } = useTranslation("orderMail")
  return useCallback(
    (font: MailFont): string =>
      font === "system" ? t("branding.systemFont") : (FONT_STACKS[font].split(",")[0] ?? font).replaceAll("'", ""),
    [t],
  )
}
