import type { DataSource } from "typeorm"
import { DunningDesk } from "../src/modules/order-mail/dunning/dunning-desk"
import { parseOptions } from "../src/modules/order-mail/options"
import { OrderMailSettings } from "../src/modules/order-mail/settings/order-mail-settings"
import type { BenchDatabase } from "./database"
import type { Measure } from "./fill"
import { settleTables } from "./queue-rows"
import { median, rounded } from "./statistics"

const ORDERS = 100_000
/** Memory is looked at in between. */
const AT_ONCE = 2_500
const NOW = new Date("2026-11-20T11:00:00Z")

/**
 * Unpaid orders of two months, each with its first mail and every third with a reminder, planned with the plan that comes
 * with the plugin; and how much the process's memory grows while that is done (see `benchDrainMemory`).
 *
 * - `planning_100k_s`: target: below 60.
 * - `due_ms`: the run's query for a batch of due orders among them.
 */
export async function benchPlanning(database: BenchDatabase): Promise<Measure[]> {
  const collect = globalThis.gc
  if (!collect) throw new Error("Memory is measured after garbage collection: run node with --expose-gc")
  const dataSource = await database.create("planning")
  await fillCases(dataSource)
  const desk = deskOn(dataSource)
  await desk.plan(AT_ONCE, NOW)
  await dataSource.query("UPDATE order_mail_dunning_case SET planned_at = NULL")
  await settleTables(dataSource)
  await dataSource.query("VACUUM ANALYZE order_mail_dunning_case")

  const samples: number[] = []
  let seconds = 0
  for (let planned = AT_ONCE; planned === AT_ONCE;) {
    const start = performance.now()
    planned = await desk.plan(AT_ONCE, NOW)
    seconds += (performance.now() - start) / 1000
    collect()
    samples.push(process.memoryUsage.rss() / 1024 / 1024)
  }
  const [{ left, due }] = await dataSource.query<[{ left: number; due: number }]>(
    `SELECT count(*) FILTER (WHERE planned_at IS NULL)::int AS left, count(*) FILTER (WHERE next_at <= $1)::int AS due
     FROM order_mail_dunning_case`,
    [NOW],
  )
  if (left > 0 || due === 0) throw new Error(`${left} orders were not planned, ${due} are due: both are wrong`)
  const quarter = Math.floor(samples.length / 4)
  return [
    { name: "planning_100k_s", value: rounded(seconds), unit: "s" },
    { name: "planning_rss_growth_mb", value: rounded(growth(samples, quarter)), unit: "MB" },
    { name: "due_ms", value: rounded(await timeDue(desk)), unit: "ms" },
  ]
}

/** After the first quarter code is compiled and the caches of days and holidays are filled. */
function growth(samples: readonly number[], quarter: number): number {
  return median(samples.slice(-quarter)) - median(samples.slice(quarter, 2 * quarter))
}

async function timeDue(desk: DunningDesk): Promise<number> {
  const times: number[] = []
  for (let each = 0; each < 20; each++) {
    const start = performance.now()
    await desk.findDue(50, NOW)
    times.push(performance.now() - start)
  }
  return median(times)
}

function deskOn(dataSource: DataSource): DunningDesk {
  const options = parseOptions({
    secret: "a secret that is long enough for a bench",
    shop: { name: "Bench" },
    sender: { address: "orders@shop.example" },
    bankTransfer: { accountHolder: "Bench", iban: "DE89370400440532013000", providers: ["pp_system_default"] },
  })
  const settings = new OrderMailSettings(dataSource, options)
  return new DunningDesk({ dataSource, settings, timeZone: options.shop.timeZone, logger: console })
}

async function fillCases(dataSource: DataSource): Promise<void> {
  await dataSource.query("UPDATE order_mail_installation SET installed_at = '2026-01-01'")
  await dataSource.query(
    `INSERT INTO order_mail_dunning_case (order_id, order_number, shop_id, shop_name, customer_id, customer_name, email,
       currency_code, amount_open, placed_at, facts, read_at)
     SELECT 'order_' || id, n::text, 'sc_' || n % 5, 'Bench', 'cus_' || n % 40000, 'Customer ' || n,
       'customer' || n || '@kunde.example', 'eur', 119.00, $2::timestamptz - n % 60 * interval '1 day',
       '{"status": "pending", "paid": "0.00", "refunded": "0.00", "fulfilledAt": null,
         "paymentProviderIds": ["pp_system_default"]}', $2
     FROM generate_series(1, $1::int) n, lpad(n::text, 8, '0') id`,
    [ORDERS, NOW],
  )
  for (const [kind, level, days] of [
    ["payment-info", null, 0],
    ["payment-info", 1, 5],
  ] as const) {
    await dataSource.query(
      `INSERT INTO order_mail (id, order_id, order_number, shop_name, kind, level, occurrence, idempotency_key, state,
         recipient, language, payable_until, created_at, sent_at)
       SELECT 'om_' || md5(order_id || $1 || $3::int), order_id, order_number, shop_name, $1, $2, 'bench' || $3::int,
         order_id || ':' || $1 || $3::int, 'sent', email, 'de', (placed_at + interval '9 days')::date, at, at
       FROM order_mail_dunning_case, LATERAL (SELECT placed_at + $3::int * interval '1 day' AS at) moment
       WHERE $3::int = 0 OR (order_number::int % 3 = 0 AND at < $4)`,
      [kind, level, days, NOW],
    )
  }
}
