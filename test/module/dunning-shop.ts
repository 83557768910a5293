import { OrderMailSettings } from "../../src/modules/order-mail/settings/order-mail-settings"
import { DunningDesk } from "../../src/modules/order-mail/dunning/dunning-desk"
import type { CaseFacts } from "../../src/modules/order-mail/dunning/case-facts"
import { parseOptions } from "../../src/modules/order-mail/options"
import type { OrderFacts } from "../../src/kinds/order-facts"
import { sampleOrder } from "../../src/kinds/sample-order"
import { createMigratedDataSource, queueMail } from "./database"

const options = parseOptions({
  secret: "a secret that is long enough for a test",
  shop: { name: "Morgenrot", timeZone: "Europe/Berlin" },
  sender: { address: "bestellung@morgenrot.example" },
  bankTransfer: {
    accountHolder: "Morgenrot GmbH",
    iban: "DE89370400440532013000",
    payableWithinDays: 7,
    providers: ["pp_system_default"],
  },
})

/** A Monday, at noon in Berlin. */
export const PLACED = "2026-11-02T11:00:00.000Z"

/** A database, the desk on it, and a plugin that was there before the orders of the tests. */
export async function openDunningShop() {
  const { dataSource, drop } = await createMigratedDataSource()
  await dataSource.query(
    "UPDATE order_mail_installation SET installed_at = '2026-01-01', cases_swept_until = '2026-01-01'",
  )
  const settings = new OrderMailSettings(dataSource, options)
  const problems: string[] = []
  const logger = { error: (text: unknown) => void problems.push(String(text)) }
  const desk = new DunningDesk({ dataSource, settings, timeZone: "Europe/Berlin", logger })
  let made = 0

  /** The first mail of an order, or a step, as it was sent. */
  const sendStep = async (orderId: string, kind: string, level: number | null, at: string, payableUntil: string) => {
    const occurrence = `${level ?? "placed"}-${++made}`
    const id = await queueMail(dataSource, {
      order_id: orderId,
      kind,
      level,
      occurrence,
      idempotency_key: `${orderId}:${kind}:${occurrence}`,
      payable_until: payableUntil,
    })
    await dataSource.query(
      "UPDATE order_mail SET state = 'sent', sent_at = $2, created_at = $2, next_attempt_at = NULL WHERE id = $1",
      [id, at],
    )
    return id
  }
  return { dataSource, drop, desk, settings, problems, sendStep }
}

export type DunningShop = Awaited<ReturnType<typeof openDunningShop>>

/** Facts of an unpaid order over EUR 119 by prepayment. */
export function caseFacts(orderId: string, changed: Partial<CaseFacts> = {}): CaseFacts {
  return {
    orderId,
    orderNumber: "1042",
    shopId: "sc_1",
    shopName: "Morgenrot",
    customerId: "cus_1",
    customerName: "Anna Müller",
    email: "anna@kunde.example",
    currencyCode: "eur",
    placedAt: PLACED,
    status: "pending",
    open: "119.00",
    paid: "0.00",
    refunded: "0.00",
    fulfilledAt: null,
    paymentProviderIds: ["pp_system_default"],
    ...changed,
  }
}

/** The same order as mails are written from it. */
export function orderFacts(orderId: string, changed: Partial<OrderFacts> = {}): OrderFacts {
  const sample = sampleOrder()
  return {
    ...sample,
    id: orderId,
    shop: { id: "sc_1", name: "Morgenrot" },
    placed_at: PLACED,
    status: "pending",
    currency_code: "eur",
    totals: { ...sample.totals, total: "119.00", open: "119.00", paid: "0.00", refunded: "0.00" },
    payment_provider_ids: ["pp_system_default"],
    captures: [],
    refunds: [],
    fulfilled_at: null,
    ...changed,
  }
}
