import { useQuery } from "@tanstack/react-query"
import type { AdminOrderMailPermissions } from "../../src/api/types"
import { orderMailsApi } from "../lib/order-mails-api"

const NOTHING: AdminOrderMailPermissions = { read: false, send: false, manage_settings: false, update_orders: false }
const EVERYTHING: AdminOrderMailPermissions = { read: true, send: true, manage_settings: true, update_orders: true }

/**
 * What the signed-in user may do, asked for once a login: the dashboard forgets every answer at logout, and Medusa goes by
 * the roles of the login. Nothing while the answer is pending. When there is none, everything: the server refuses by
 * itself and says why, where a page that hides all would not.
 */
export const usePermissions = (): AdminOrderMailPermissions & { isPending: boolean } => {
  const { data, isPending } = useQuery({
    queryKey: ["order_mail_permissions"],
    queryFn: orderMailsApi.permissions,
    staleTime: Infinity,
    gcTime: Infinity,
  })
  const permissions = data?.permissions ?? (isPending ? NOTHING : EVERYTHING)
  // Every form that sends shows something of the mails: the kinds there are, and then the mail that was sent.
  return { ...permissions, send: permissions.send && permissions.read, isPending }
}
