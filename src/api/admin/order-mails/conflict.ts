import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { AdminConflict } from "../../sender-settings-types"

/**
 * Answers that somebody else saved meanwhile; any other error is thrown. Medusa's error handler would put words about
 * idempotency keys in place of ours.
 */
export function answerConflict(error: unknown, res: MedusaResponse<AdminConflict>): void {
  if (!isConflict(error)) throw error
  res.status(409).json({ type: error.type, message: error.message })
}

/** Errors leave a workflow as plain objects. */
function isConflict(error: unknown): error is AdminConflict {
  return typeof error === "object" && error !== null && "type" in error && error.type === MedusaError.Types.CONFLICT
}
