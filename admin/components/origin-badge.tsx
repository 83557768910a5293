import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OriginSeen } from "../lib/setting-origin"

interface OriginBadgeProps {
  origin: OriginSeen
  /** In place of "from the configuration", where that is not what people would call it. */
  configured?: string
}

/** Says whether a value is set here or comes from elsewhere. */
export const OriginBadge = ({ origin, configured }: OriginBadgeProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <Badge size="2xsmall" color={origin === "own" ? "blue" : "grey"} data-origin={origin} className="shrink-0">
      {(origin === "options" && configured) || t(`origins.${origin}`)}
    </Badge>
  )
}
