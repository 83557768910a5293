import type { ReactNode } from "react"
import type { AdminOrderMailPermissions } from "../../src/api/types"
import { usePermissions } from "../hooks/use-permissions"

interface PermissionGateProps {
  needs: keyof AdminOrderMailPermissions
  /** Shown to whoever lacks the permission. */
  otherwise?: ReactNode
  children: ReactNode
}

/** Shows what the user may see, and nothing before that is known, so that nothing appears and vanishes. */
export const PermissionGate = ({ needs, otherwise = null, children }: PermissionGateProps) => {
  const permissions = usePermissions()
  if (permissions.isPending) return null
  return permissions[needs] ? children : otherwise
}
