import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OriginSeen } from "../lib/setting-origin"

/** Says whether a value is set here or comes from elsewhere. */
export const OriginBadge = ({ origin }: { origin: OriginSeen }) => {
  const { t } = useTranslation("orderMail")
  return (
    <Badge size="2xsmall" color={origin === "own" ? "blue" : "grey"} data-origin={origin} className="shrink-0">
      {t(`origins.${origin}`)}
    </Badge>
  )
}
