import type { AdminUpcomingMail } from "../../../dunning-types"
import { BYTE_ORDER_MARK, csvRecord } from "./csv-record"

const COLUMNS = [
  "order_number",
  "order_id",
  "shop_name",
  "plan_type",
  "kind",
  "level",
  "at",
  "state",
  "reason",
  "wait_for_approval",
  "amount_open",
  "currency_code",
  "customer_name",
  "email",
] as const satisfies (keyof AdminUpcomingMail)[]

/**
 * The lines of the page "Upcoming" as a CSV file: UTF-8 with a byte order mark, a header with the names of the API's
 * fields, instants in ISO 8601, amounts with a decimal point. It begins once the first line was read.
 */
export async function* upcomingCsv(lines: AsyncIterable<AdminUpcomingMail>): AsyncGenerator<string> {
  let record = BYTE_ORDER_MARK + csvRecord([...COLUMNS])
  for await (const line of lines) {
    yield record
    record = csvRecord(COLUMNS.map((column) => fieldOf(line, column)))
  }
  yield record
}

/** When a mail goes that is kept back, nobody knows. */
function fieldOf(line: AdminUpcomingMail, column: (typeof COLUMNS)[number]): string | number | boolean | null {
  return column === "at" && line.state === "on-hold" ? null : line[column]
}
