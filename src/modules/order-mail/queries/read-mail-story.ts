import type { DataSource } from "typeorm"
import type { MailBasis } from "../../../kinds/mail-basis"

/** What an order's mails say of what the customer knows. */
export interface MailStory {
  /** `kind:occurrence` of every mail, whatever became of it. */
  occurrences: Set<string>
  /**
   * What the customer was told last of the order's amounts; null when nothing was, or when a mail that says it is on its
   * way: the last look puts the amount of that one right.
   */
  told: Pick<MailBasis, "total" | "open"> | null
}

/** Kinds that say what is to be paid. */
const ASKING = ["payment-info", "payment-reminder", "dunning", "payment-received"]
const LEFT = ["sent", "bounced", "complained"]
const NEVER_LEFT = ["skipped", "canceled", "failed"]

interface StoryRow {
  kind: string
  occurrence: string
  state: string
  basis: MailBasis | null
}

export async function readMailStory(dataSource: DataSource, orderId: string): Promise<MailStory> {
  const mails = await dataSource.query<StoryRow[]>(
    "SELECT kind, occurrence, state, basis FROM order_mail WHERE order_id = $1 ORDER BY created_at DESC, id DESC",
    [orderId],
  )
  const newest = mails.find(({ kind, state }) => ASKING.includes(kind) && !NEVER_LEFT.includes(state))
  return {
    occurrences: new Set(mails.map(({ kind, occurrence }) => `${kind}:${occurrence}`)),
    told: newest?.basis && LEFT.includes(newest.state) ? newest.basis : null,
  }
}
