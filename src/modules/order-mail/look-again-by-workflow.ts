import { container } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"
import type { LookAgain, LookedAt } from "./last-look"

/** The module knows no workflow; this one it asks for by its id, once the shop runs. */
export const LOOK_AGAIN_WORKFLOW = "look-again-at-order-mails"

/**
 * Asks the shop's workflow, which can read orders; the module cannot.
 * @throws what goes wrong in it: nothing is known of any of the mails then
 */
export const lookAgainByWorkflow: LookAgain = async (claims) => {
  const workflows = container.resolve(Modules.WORKFLOW_ENGINE)
  const { result } = await workflows.run(LOOK_AGAIN_WORKFLOW, { input: { claims, now: new Date().toISOString() } })
  return result as LookedAt[]
}
