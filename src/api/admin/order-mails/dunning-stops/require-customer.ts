import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Makes sure that there is such a customer: a stop for a mistyped id would stop nothing and say so to nobody.
 * @throws MedusaError NOT_FOUND
 */
export async function requireCustomer(container: MedusaContainer, customerId: string): Promise<void> {
  await container.resolve(Modules.CUSTOMER).retrieveCustomer(customerId, { select: ["id"] })
}
