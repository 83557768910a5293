import type { PropsWithChildren } from "react"
import { AccessDenied } from "./access-denied"
import { PermissionGate } from "./permission-gate"

/** Shows a page of the settings to those who may manage them. */
export const SettingsPage = ({ children }: PropsWithChildren) => (
  <PermissionGate needs="manage_settings" otherwise={<AccessDenied permission="order_mail_settings:update" />}>
    {children}
  </PermissionGate>
)
