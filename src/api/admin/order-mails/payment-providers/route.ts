import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminPaymentProvidersResponse } from "../../../settings-types"

/** The payment providers of Medusa's payment module, for the settings that say what each means. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminPaymentProvidersResponse>,
): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_provider",
    fields: ["id", "is_enabled"],
    pagination: { order: { id: "ASC" } },
  })
  res.json({ payment_providers: data.map(({ id, is_enabled }) => ({ id, is_enabled })) })
}
