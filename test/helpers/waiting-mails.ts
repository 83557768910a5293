import type { DataSource } from "typeorm"
import { waitFor } from "../../demo/parts/wait-for"
import type { ShopClient } from "./shop"

/** Makes mails wait in the outbox of the tests' shop, so that something can happen to their orders meanwhile. */
export interface WaitingMails {
  /**
   * Lets a mail be made while the server refuses its address for now.
   * @param make makes it, and returns its order's id
   * @returns the id of the mail, which waits for an hour; its address takes mails again
   */
  refusedForNow: (email: string, kind: string, make: () => Promise<string>) => Promise<string>
  /** The mail is due now, and the workers know. */
  makeDue: (mailId: string) => Promise<void>
}

export function waitingMails(shop: ShopClient, database: DataSource): WaitingMails {
  return {
    refusedForNow: async (email, kind, make) => {
      const answer = { type: "reply", code: 450, text: "4.2.0 later" } as const
      const rule = await shop.inbox.addRule({ stage: "rcpt", recipient: email, answer })
      const orderId = await make()
      const { id } = await waitFor(`the mail ${kind} of ${orderId} to wait`, async () => {
        const [updated] = await database.query<[{ id: string }[], number]>(
          `UPDATE order_mail SET next_attempt_at = now() + interval '1 hour'
           WHERE order_id = $1 AND kind = $2 AND state = 'deferred' RETURNING id`,
          [orderId, kind],
        )
        return updated[0]
      })
      await shop.inbox.removeRule(rule.id)
      return id
    },
    makeDue: async (mailId) => {
      await database.query("UPDATE order_mail SET next_attempt_at = now() WHERE id = $1", [mailId])
      await database.query("SELECT pg_notify('order_mail_due', 'platform')")
    },
  }
}
