import type { DataSource } from "typeorm"
import type { LastLook, LookVerdict } from "../../delivery/last-look"
import type { Claim } from "./queries/find-standing-mails"
import { readClaimedMessages } from "./queries/read-claimed-messages"

/** A verdict as plain JSON: what was written anew stands in the outbox. */
export type LookedAt = Exclude<LookVerdict, { type: "rewritten" }> | { mailId: string; type: "rewritten" }

/**
 * Reads the orders of claimed mails again and writes those anew that are not true any more, each under the token of its
 * claim.
 */
export type LookAgain = (claims: Claim[]) => Promise<LookedAt[]>

/** The last look of delivery: who looks writes into the outbox, and what stands there then is sent. */
export function lastLookAt(dataSource: DataSource, lookAgain: LookAgain): LastLook {
  return async (mails) => {
    const claims = mails.map(({ id: mailId, token }) => ({ mailId, token }))
    const looked = await lookAgain(claims)
    const rewritten = new Set(looked.filter(({ type }) => type === "rewritten").map(({ mailId }) => mailId))
    const messages = await readClaimedMessages(
      dataSource,
      claims.filter(({ mailId }) => rewritten.has(mailId)),
    )
    return looked.map((verdict): LookVerdict => {
      if (verdict.type !== "rewritten") return verdict
      const message = messages.get(verdict.mailId)
      return message ? { ...verdict, ...message } : { mailId: verdict.mailId, type: "left" }
    })
  }
}
