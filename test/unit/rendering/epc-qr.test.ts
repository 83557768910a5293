import fc from "fast-check"
import jsQR from "jsqr"
import { PNG } from "pngjs"
import { describe, expect, it } from "vitest"
import { isCreditorReference } from "../../../src/rendering/shared/creditor-reference"
import { epcQrPayload, epcQrPng } from "../../../src/rendering/epc-qr"
import { qrPng } from "../../../src/rendering/qr-png"
import { sampleInput } from "../../../src/rendering/sample-input"
import type { PaymentInstructions } from "../../../src/rendering/types"

function payment(changes: Partial<PaymentInstructions> = {}): PaymentInstructions {
  return { ...sampleInput("payment-info", "de").payment!, ...changes }
}

/** Reads a code as a phone would: pixels in, bytes out. */
function scan(png: Buffer): Buffer {
  const { data, width, height } = PNG.sync.read(png)
  const code = jsQR(new Uint8ClampedArray(data), width, height)
  return Buffer.from(code?.binaryData ?? [])
}

describe("epcQrPayload", () => {
  it("writes one element a line after EPC069-12", () => {
    expect(epcQrPayload(payment({ amount: "99.9", reference: "Invoice 2026-001" }))).toBe(
      "BCD\n002\n1\nSCT\nCOBADEFFXXX\nNordlicht Handel GmbH\nDE89370400440532013000\nEUR99.90\n\n\nInvoice 2026-001",
    )
  })

  it("leaves the BIC's line empty when there is none", () => {
    expect(epcQrPayload(payment({ bic: null }))?.split("\n")[4]).toBe("")
  })

  it("takes blanks out of IBAN and BIC", () => {
    const lines = epcQrPayload(payment({ iban: "de89 3704 0044 0532 0130 00", bic: "COBA DE FF XXX" }))?.split("\n")
    expect([lines?.[4], lines?.[6]]).toEqual(["COBADEFFXXX", "DE89370400440532013000"])
  })

  it("puts a creditor reference on the structured line and nothing on the other", () => {
    const lines = epcQrPayload(payment({ reference: "RF18 5390 0754 7034" }))?.split("\n")
    expect(lines?.slice(8)).toEqual(["", "RF18539007547034"])
  })

  it.each([
    ["GB29NWBK60161331926819", "NWBKGB2L"],
    ["MC5811222000010123456789030", "CMCIMCM1"],
    ["RS35260005601001611379", "NBSRRSBG"],
  ])("states the BIC of an account outside the EEA: %s", (iban, bic) => {
    expect(epcQrPayload(payment({ iban, bic: null }))).toBeNull()
    expect(epcQrPayload(payment({ iban, bic }))?.split("\n")[4]).toBe(bic)
  })

  it.each(["DE89370400440532013000", "NO9386011117947", "LI21088100002324013AA", "IS140159260076545510730339"])(
    "needs no BIC within the EEA: %s",
    (iban) => {
      expect(epcQrPayload(payment({ iban, bic: null }))?.split("\n")[4]).toBe("")
    },
  )

  it("keeps line ends out of every element", () => {
    const payload = epcQrPayload(payment({ accountHolder: "A\nB", reference: "1\r\n2" }))
    expect(payload?.split("\n").slice(5)).toEqual(["A B", "DE89370400440532013000", "EUR161.95", "", "", "1 2"])
  })

  it("cuts a long name at 70 characters, as banks do", () => {
    expect(epcQrPayload(payment({ accountHolder: "ß".repeat(71) }))?.split("\n")[5]).toBe("ß".repeat(70))
  })

  it.each(["0.01", "999999999.99", "7", "1.50", "1.500"])("states the amount %s", (amount) => {
    expect(epcQrPayload(payment({ amount }))).toContain(`\nEUR${Number(amount).toFixed(2)}\n`)
  })

  it.each([
    ["another currency", { currency: "CHF" }],
    ["no amount", { amount: "0" }],
    ["a negative amount", { amount: "-1" }],
    ["too large an amount", { amount: "1000000000" }],
    ["fractions of a cent", { amount: "0.015" }],
    ["something that is no amount", { amount: "1,50" }],
    ["an IBAN outside SEPA", { iban: "AE070331234567890123456" }],
    ["an account outside the EEA without BIC", { iban: "GB29NWBK60161331926819", bic: null }],
    ["an IBAN with wrong check digits", { iban: "DE88370400440532013000" }],
    ["a malformed BIC", { bic: "COBADE" }],
    ["no account holder", { accountHolder: " \n " }],
    ["no reference", { reference: "" }],
    ["a reference of 141 characters", { reference: "x".repeat(141) }],
    ["a reference that would be cut at a blank", { reference: `${"x".repeat(130)}${" ".repeat(20)}y` }],
    ["more than 331 bytes", { accountHolder: "€".repeat(70), reference: "€".repeat(140) }],
  ])("makes none for %s", (_, changes) => {
    expect(epcQrPayload(payment(changes))).toBeNull()
    expect(epcQrPng(payment(changes))).toBeNull()
  })
})

describe("epcQrPng", () => {
  it("draws a code that can be read back", () => {
    const details = payment({ accountHolder: "Küche & Mäuse 😀 GmbH" })
    expect(scan(epcQrPng(details)!.content).toString()).toBe(epcQrPayload(details))
  })

  it("draws the longest payload within QR version 13", () => {
    const { content, version } = qrPng(Buffer.alloc(331, "A"))
    expect(version).toBe(13)
    expect(scan(content)).toEqual(Buffer.alloc(331, "A"))
  })

  it("draws codes that can be read whatever they say", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    const cents = fc.integer({ min: 1, max: 99_999_999_999 })
    fc.assert(
      fc.property(text, text, cents, (accountHolder, reference, amount) => {
        const details = payment({
          accountHolder,
          reference,
          amount: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`,
        })
        const payload = epcQrPayload(details)
        fc.pre(payload !== null)
        expect(scan(epcQrPng(details)!.content).toString()).toBe(payload)
      }),
      { numRuns: 40 },
    )
  })
})

it.each([
  ["RF18539007547034", true],
  ["RF18 5390 0754 7034", true],
  ["RF471234567890", true],
  ["RF19539007547034", false],
  ["RF18", false],
  ["1042", false],
  ["RF185390075470340000000000000", false],
])("%s as a creditor reference: %s", (text, expected) => {
  expect(isCreditorReference(text)).toBe(expected)
})
