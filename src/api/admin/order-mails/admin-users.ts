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

/** A user as answers name one. */
export interface NamedUser {
  id: string
  name: string | null
  /** Empty when the user is gone. */
  email: string
}

/** Names the users behind these ids; one who is gone is an id only, and no id is no user. */
export async function userNaming(
  container: MedusaContainer,
  userIds: (string | null)[],
): Promise<(userId: string | null) => NamedUser | null> {
  const users = await adminUsers(container, userIds)
  return (userId) => {
    if (userId === null) return null
    const user = users.get(userId)
    const name = [user?.first_name, user?.last_name].filter(Boolean).join(" ") || null
    return { id: userId, name, email: user?.email ?? "" }
  }
}
