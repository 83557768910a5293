import type { MedusaContainer, UserDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The admin users behind these ids; one who is gone is not among them. */
export async function adminUsers(
  container: MedusaContainer,
  userIds: (string | null)[],
): Promise<Map<string, UserDTO>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const users = await container.resolve(Modules.USER).listUsers({ id: ids })
  return new Map(users.map((user) => [user.id, user]))
}
