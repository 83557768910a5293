import { SectionRow } from "@medusajs/dashboard/components"
import type { ReactNode } from "react"
import type { OriginSeen } from "../lib/setting-origin"
import { OriginBadge } from "./origin-badge"

interface SettingRowProps {
  title: string
  value: ReactNode
  origin: OriginSeen
  /** In place of "from the configuration", where that is not what people would call it. */
  configured?: string
  /** Names the row for tests. */
  field: string
}

/** One setting: what applies, and where it comes from. */
export const SettingRow = ({ title, value, origin, configured, field }: SettingRowProps) => (
  <SectionRow
    title={title}
    value={
      <div
        data-setting={field}
        className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1.5 whitespace-pre-line"
      >
        <span className="min-w-0 [overflow-wrap:anywhere]">{value}</span>
        <OriginBadge origin={origin} configured={configured} />
      </div>
    }
  />
)
