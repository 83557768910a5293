import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderMailPermissionsResponse } from "../../../types"
import { grantedPermissions } from "../granted-permissions"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderMailPermissionsResponse>,
): Promise<void> {
  res.json({ permissions: await grantedPermissions(req) })
}
