import { describe, expect, it } from "vitest"
import { csvRecord } from "../../../src/api/admin/order-mails/upcoming/csv-record"

describe("a record of a CSV file", () => {
  it("ends its line as RFC 4180 wants and leaves out what is not there", () => {
    expect(csvRecord(["1042", null, 2, true, ""])).toBe("1042,,2,true,\r\n")
  })

  it.each([
    ["a,b", '"a,b"'],
    ['say "moin"', '"say ""moin"""'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["Jörg Müßig 🍞", "Jörg Müßig 🍞"],
  ])("keeps %j one field", (value, written) => {
    expect(csvRecord([value, "next"])).toBe(`${written},next\r\n`)
  })

  it.each([
    ["=1+1", "'=1+1"],
    ["+49 40 1", "'+49 40 1"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ['=HYPERLINK("https://evil.example";"x")', `"'=HYPERLINK(""https://evil.example"";""x"")"`],
    [" =1", "' =1"],
    ["\t=1", "'\t=1"],
    ["\tplain", "'\tplain"],
    ["\r=1", `"'\r=1"`],
    ["\u0000=1", "'\u0000=1"],
    ["＝1＋1", "'＝1＋1"],
  ])("makes no formula of %j", (value, written) => {
    expect(csvRecord([value])).toBe(`${written}\r\n`)
  })

  it.each(["anke-1@example.com", "Müller & Söhne", "a=b", "2026-02-28T08:00:00.000Z", "49.90"])(
    "leaves %j as it is",
    (value) => {
      expect(csvRecord([value])).toBe(`${value}\r\n`)
    },
  )
})
