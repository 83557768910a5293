import { describe, expect, it } from "vitest"
import { upcomingCsv } from "../../../src/api/admin/order-mails/upcoming/upcoming-csv"
import type { AdminUpcomingMail } from "../../../src/api/dunning-types"

const LINE: AdminUpcomingMail = {
  id: "order_1:payment-reminder:1",
  state: "planned",
  reason: null,
  order_mail_id: null,
  order_id: "order_1",
  order_number: "1042",
  shop_id: "sc_1",
  shop_name: 'Kaffee & "Mehr"',
  plan_type: "prepayment",
  kind: "payment-reminder",
  level: 1,
  at: "2026-12-03T07:00:00.000Z",
  wait_for_approval: false,
  customer_name: "=cmd|' /C calc'!A0, Anke",
  email: "anke@example.com",
  currency_code: "eur",
  amount_open: "49.90",
}

const HEADER =
  "\uFEFForder_number,order_id,shop_name,plan_type,kind,level,at,state,reason,wait_for_approval,amount_open,currency_code,customer_name,email\r\n"

async function* these(...lines: AdminUpcomingMail[]): AsyncGenerator<AdminUpcomingMail> {
  yield* lines
}

async function whole(lines: AsyncIterable<AdminUpcomingMail>): Promise<string> {
  let text = ""
  for await (const part of upcomingCsv(lines)) text += part
  return text
}

describe("the file of upcoming mails", () => {
  it("has a header and a record a line", async () => {
    const canceled: AdminUpcomingMail = { ...LINE, kind: "order-canceled-unpaid", level: null, customer_name: null }
    expect(await whole(these(LINE, canceled))).toBe(
      HEADER +
        `1042,order_1,"Kaffee & ""Mehr""",prepayment,payment-reminder,1,2026-12-03T07:00:00.000Z,planned,,false,49.90,eur,"'=cmd|' /C calc'!A0, Anke",anke@example.com\r\n` +
        `1042,order_1,"Kaffee & ""Mehr""",prepayment,order-canceled-unpaid,,2026-12-03T07:00:00.000Z,planned,,false,49.90,eur,,anke@example.com\r\n`,
    )
  })

  it("gives no time for a mail that is kept back", async () => {
    const text = await whole(these({ ...LINE, state: "on-hold", reason: "stopped" }))
    expect(text).toContain(",payment-reminder,1,,on-hold,stopped,false,")
  })

  it("is a header alone when nothing comes", async () => {
    expect(await whole(these())).toBe(HEADER)
  })

  it("reads a line only when it is asked for one", async () => {
    let read = 0
    async function* counted() {
      for (;;) {
        read++
        yield LINE
      }
    }
    const csv = upcomingCsv(counted())
    await csv.next()
    await csv.next()
    expect(read).toBe(2)
  })

  it("does not begin when nothing can be read", async () => {
    async function* broken(): AsyncGenerator<AdminUpcomingMail> {
      yield* these()
      throw new Error("no database")
    }
    await expect(upcomingCsv(broken()).next()).rejects.toThrow("no database")
  })
})
