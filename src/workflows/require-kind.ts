import { MedusaError } from "@medusajs/framework/utils"
import { createKindRegistry } from "../kinds/registry"

/**
 * Makes sure that there is such a kind.
 * @throws MedusaError INVALID_DATA that names the known kinds
 */
export function requireKind(kind: string): void {
  const kinds = createKindRegistry()
  if (kinds.has(kind)) return
  const known = kinds.list().map(({ id }) => id)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `there is no order mail kind "${kind}"; known kinds: ${known.join(", ")}`,
  )
}
