import type { StateReason } from "../../src/api/types"
import { isStateReason } from "./remedies"

/**
 * Why the server refuses a mail that a person asked for. Its message ends with the reason's code, for example "order
 * 1042 gets no mail of the kind payment-info: nothing-to-pay".
 *
 * @returns null when the message ends with anything else
 */
export function refusalReason(message: string): StateReason | null {
  const code = message.slice(message.lastIndexOf(":") + 1).trim()
  return isStateReason(code) ? code : null
}
