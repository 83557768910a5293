import { MedusaError } from "@medusajs/framework/utils"
import type { Kind } from "../kinds/kind"
import { createKindRegistry } from "../kinds/registry"

/**
 * The kind of this id.
 * @throws MedusaError INVALID_DATA that names the known kinds
 */
export function requireKind(kind: string): Kind {
  const kinds = createKindRegistry()
  if (kinds.has(kind)) return kinds.get(kind)
  const known = kinds.list().map(({ id }) => id)
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `there is no order mail kind "${kind}"; known kinds: ${known.join(", ")}`,
  )
}
