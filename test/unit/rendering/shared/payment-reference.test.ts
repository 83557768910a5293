import fc from "fast-check"
import { isQRReferenceValid, isSCORReferenceValid } from "swissqrbill/utils"
import { describe, expect, it } from "vitest"
import { isQrReference, printedReference, qrReference } from "../../../../src/rendering/qr-reference"
import { creditorReference, isCreditorReference } from "../../../../src/rendering/shared/creditor-reference"
import {
  namesCustomer,
  namesSomething,
  paymentReference,
  unknownPlaceholders,
} from "../../../../src/rendering/shared/payment-reference"
import { sepaText } from "../../../../src/rendering/shared/sepa-text"

const order = { orderNumber: "1042", customerNumber: "K-77" }
const text = (pattern: string, subject = order as { orderNumber: string; customerNumber: string | null }) =>
  paymentReference(subject, { pattern, isCreditorReference: false })
const structured = (pattern: string, subject = order as { orderNumber: string; customerNumber: string | null }) =>
  paymentReference(subject, { pattern, isCreditorReference: true })

describe("paymentReference", () => {
  it.each([
    ["{{order_number}}", "1042"],
    ["Bestellung {{order_number}}", "Bestellung 1042"],
    ["{{ order_number }} / {{customer_number}}", "1042 / K-77"],
    ["Käufe & mehr №{{order_number}}", "Kaeufe + mehr No1042"],
    ["{{customer_number}}", "K-77"],
    ["{{order_number}}{{unknown}}", "1042"],
  ])("fills in %j", (pattern, reference) => {
    expect(text(pattern)).toBe(reference)
  })

  it.each([
    "{{customer_number}}",
    "Kunde {{customer_number}}",
    "{{order_number}}/{{customer_number}}",
    "Order {{order_number}} / Customer {{ customer_number }}",
  ])("is the order's number alone for a customer without a number: %j", (pattern) => {
    for (const customerNumber of [null, "", "日本"]) {
      const subject = { orderNumber: "1042", customerNumber }
      expect(text(pattern, subject)).toBe("1042")
      expect(structured(pattern, subject)).toBe(creditorReference("1042"))
    }
  })

  it("keeps its words where it does not ask for the customer's number", () => {
    expect(text("Order {{order_number}}", { orderNumber: "1042", customerNumber: null })).toBe("Order 1042")
  })

  it.each([
    ["1042", "RF181042".replace("18", creditorReference("1042")!.slice(2, 4))],
    ["R-1042/a", creditorReference("R1042A")!],
  ])("makes a creditor reference of %j", (orderNumber, reference) => {
    expect(structured("{{order_number}}", { ...order, orderNumber })).toBe(reference)
  })

  it("makes it of the order's number alone where the pattern gives more than fits", () => {
    expect(structured("A text of more than twenty one letters {{order_number}}")).toBe(creditorReference("1042"))
  })

  it("stays a text where not even the number fits", () => {
    const orderNumber = "ORDER-2026-000000000000000001042"
    expect(structured("{{order_number}}", { ...order, orderNumber })).toBe(orderNumber)
  })

  it("is the order's number alone where the pattern would give more than a transfer can carry", () => {
    expect(text("{{customer_number}}-{{order_number}}", { ...order, customerNumber: "9".repeat(140) })).toBe("1042")
  })

  it("is one that banks pass on as it is, and the same each time, whatever is filled in", () => {
    const any = fc.string({ unit: "grapheme", maxLength: 40 })
    fc.assert(
      fc.property(any, any, any, fc.boolean(), (before, orderNumber, customerNumber, isCreditorReference) => {
        const settings = { pattern: `${before}{{order_number}} {{customer_number}}`, isCreditorReference }
        const reference = paymentReference({ orderNumber, customerNumber }, settings)
        expect(reference).toMatch(/^[A-Za-z0-9 /\-?:().,'+]{0,140}$/)
        expect(reference).not.toMatch(/^[ /]|[ /]$|\/\/| {2}/)
        expect(paymentReference({ orderNumber, customerNumber }, settings)).toBe(reference)
      }),
    )
  })
})

it.each([
  ["{{order_number}}", [], true],
  ["{{ customer_number }}", [], true],
  ["{{order}} {{order_number}} {{}}", ["order", ""], true],
  ["no placeholder", [], false],
  ["{{constructor}}", ["constructor"], false],
])("knows what %j names", (pattern, unknown, names) => {
  expect(unknownPlaceholders(pattern)).toEqual(unknown)
  expect(namesSomething(pattern)).toBe(names)
})

it.each([
  ["{{order_number}}", false],
  ["customer_number", false],
  ["{{order_number}}-{{ customer_number }}", true],
])("knows whether %j names the customer", (pattern, names) => {
  expect(namesCustomer(pattern)).toBe(names)
})

describe("sepaText", () => {
  it.each([
    ["Größe & Länge", "Groesse + Laenge"],
    ["Łódź, Øst, Æble, Île", "Lodz, Ost, AEble, Ile"],
    ["№ 12 ½", "No 12 12"],
    ["a//b/", "a/b"],
    ["#1042_A*", "1042-A."],
    ["日本 42", "42"],
    ["one\ntwo\u0000", "one two"],
  ])("writes %j as %j", (typed, sent) => {
    expect(sepaText(typed)).toBe(sent)
  })
})

describe("creditorReference", () => {
  it("is that of the standard's example", () => {
    expect(creditorReference("5390 0754 7034")).toBe("RF18539007547034")
  })

  it("has right check digits for whatever fits, as another library counts them", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{1,21}$/), (content) => {
        const reference = creditorReference(content)!
        expect(isCreditorReference(reference)).toBe(true)
        expect(isSCORReferenceValid(reference)).toBe(true)
      }),
    )
  })

  it.each(["", "---", "x".repeat(22)])("is none for %j", (content) => {
    expect(creditorReference(content)).toBeNull()
  })
})

describe("qrReference", () => {
  it("has a number as it is, behind noughts", () => {
    expect(qrReference("1042")).toMatch(/^0{22}1042\d$/)
    expect(printedReference(qrReference("1042"))).toMatch(/^00 00000 00000 00000 00000 1042\d$/)
  })

  it("tells apart what has the same digits", () => {
    const references = ["1042", "A1042", "B1042", "A-1042", "a1042", "10-42"].map(qrReference)
    expect(new Set(references).size).toBe(references.length)
  })

  it("is valid for whatever an order is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (orderNumber) => {
        const reference = qrReference(orderNumber)
        expect(isQrReference(reference)).toBe(true)
        expect(isQRReferenceValid(reference)).toBe(true)
        expect(qrReference(orderNumber)).toBe(reference)
      }),
    )
  })

  it("is not another kind of reference", () => {
    expect([isQrReference("1042"), isQrReference("0".repeat(26) + "1"), isQrReference("RF18539007547034")]).toEqual([
      false,
      false,
      false,
    ])
    expect(printedReference("RF18539007547034")).toBe("RF18539007547034")
  })
})
