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
  state_reason: string | null
  basis: MailBasis | null
}

export async function readMailStory(dataSource: DataSource, orderId: string): Promise<MailStory> {
  const mails = await dataSource.query<StoryRow[]>(
    "SELECT kind, occurrence, state, state_reason, basis FROM order_mail WHERE order_id = $1 ORDER BY created_at DESC, id DESC",
    [orderId],
  )
  const newest = mails.find((mail) => ASKING.includes(mail.kind) && !isUnknownToCustomer(mail))
  return {
    occurrences: new Set(mails.map(({ kind, occurrence }) => `${kind}:${occurrence}`)),
    told: newest?.basis && LEFT.includes(newest.state) ? newest.basis : null,
  }
}

/** Nobody knows when, or whether, a mail that waits for approval leaves. */
function isUnknownToCustomer({ state, state_reason }: StoryRow): boolean {
  return NEVER_LEFT.includes(state) || state_reason === "awaiting-approval"
}
