import fc from "fast-check"
import jsQR from "jsqr"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { PNG } from "pngjs"
import type { Data } from "swissqrbill/types"
import { describe, expect, it } from "vitest"
import { paymentQr } from "../../../src/rendering/payment-qr"
import { qrReference } from "../../../src/rendering/qr-reference"
import { sampleInput } from "../../../src/rendering/sample-input"
import { creditorReference } from "../../../src/rendering/shared/creditor-reference"
import { swissQrPayload, swissQrPng } from "../../../src/rendering/swiss-qr-bill"
import type { PaymentInstructions } from "../../../src/rendering/types"

/** The library's own payload, which it does not export. */
const require = createRequire(import.meta.url)
const library = join(dirname(require.resolve("swissqrbill/utils")), "qr-code.cjs")
const { generateQRData } = require(library) as { generateQRData: (data: Data) => string }

const IBAN = "CH5604835012345678009"
const QR_IBAN = "CH4431999123000889012"
const address = { street: "Bahnhofstrasse", houseNumber: "12a", postalCode: "8001", city: "Zürich", countryCode: "CH" }

function payment(changes: Partial<PaymentInstructions> = {}): PaymentInstructions {
  return {
    ...sampleInput("payment-info", "de").payment!,
    iban: IBAN,
    bic: null,
    currency: "CHF",
    accountHolder: "Alpenglühn Käse AG",
    address,
    ...changes,
  }
}

/** Reads a code as a phone would: pixels in, text out. */
function scan(png: Buffer): string {
  const { data, width, height } = PNG.sync.read(png)
  return Buffer.from(jsQR(new Uint8ClampedArray(data), width, height)?.binaryData ?? []).toString()
}

function ofLibrary({ accountHolder, iban, amount, currency, reference }: PaymentInstructions): string {
  const isStructured = /^(RF\d\d|\d{27}$)/.test(reference)
  return generateQRData({
    currency: currency as "CHF",
    amount: Number(amount),
    creditor: {
      account: iban,
      name: accountHolder,
      address: address.street,
      buildingNumber: address.houseNumber,
      zip: address.postalCode,
      city: address.city,
      country: address.countryCode,
    },
    ...(isStructured ? { reference } : { message: reference }),
  })
}

describe("swissQrPayload", () => {
  it("writes one element a line after the SIX guidelines", () => {
    expect(swissQrPayload(payment({ amount: "1949.75", reference: "Order 1042" }))?.split("\n")).toEqual([
      ...["SPC", "0200", "1", IBAN],
      ...["S", "Alpenglühn Käse AG", "Bahnhofstrasse", "12a", "8001", "Zürich", "CH"],
      ...["", "", "", "", "", "", ""],
      ...["1949.75", "CHF"],
      ...["", "", "", "", "", "", ""],
      ...["NON", "", "Order 1042", "EPD"],
    ])
  })

  it.each([
    ["a text", { reference: "Order 1042" }, "NON"],
    ["a creditor reference", { reference: creditorReference("1042")! }, "SCOR"],
    ["a QR reference for a QR-IBAN", { iban: QR_IBAN, reference: qrReference("1042") }, "QRR"],
    ["EUR", { currency: "EUR" }, "NON"],
    ["an account in Liechtenstein", { iban: "LI21088100002324013AA" }, "NON"],
  ])("is what the library makes of %s", (_, changes, type) => {
    const details = payment(changes)
    expect(swissQrPayload(details)).toBe(ofLibrary(details))
    expect(swissQrPayload(details)?.split("\n")[27]).toBe(type)
  })

  it("is what the library makes of any amount and reference", () => {
    const cents = fc.integer({ min: 1, max: 99_999_999_999 })
    const reference = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 /:.,'+-]{0,60}[A-Za-z0-9]$/),
      fc.stringMatching(/^[0-9A-Z]{1,21}$/).map((content) => creditorReference(content)!),
    )
    fc.assert(
      fc.property(cents, reference, fc.constantFrom("CHF", "EUR"), (amount, reference, currency) => {
        const decimal = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`
        const details = payment({ amount: decimal, reference, currency })
        expect(swissQrPayload(details)).toBe(ofLibrary(details))
      }),
    )
  })

  it.each([
    ["a currency other than CHF and EUR", { currency: "USD" }],
    ["an account elsewhere", { iban: "DE89370400440532013000" }],
    ["an IBAN with wrong check digits", { iban: "CH5704835012345678009" }],
    ["no address", { address: null }],
    ["an address without town", { address: { ...address, city: " " } }],
    ["an address without postal code", { address: { ...address, postalCode: "" } }],
    ["a town of 36 characters", { address: { ...address, city: "x".repeat(36) } }],
    ["a street of 71 characters", { address: { ...address, street: "x".repeat(71) } }],
    ["a holder of 71 characters", { accountHolder: "x".repeat(71) }],
    ["no holder", { accountHolder: "\n" }],
    ["characters that no QR-bill has", { accountHolder: "Käse 😀 AG" }],
    ["no amount", { amount: "0" }],
    ["too large an amount", { amount: "1000000000" }],
    ["fractions of a Rappen", { amount: "0.015" }],
    ["no reference", { reference: "" }],
    ["a message of 141 characters", { reference: "x".repeat(141) }],
    ["a QR-IBAN without QR reference", { iban: QR_IBAN }],
    ["a QR-IBAN with a creditor reference", { iban: QR_IBAN, reference: creditorReference("1042")! }],
    ["a QR-IBAN and wrong check digits", { iban: QR_IBAN, reference: qrReference("1042").replace(/.$/, "x") }],
  ])("makes none for %s", (_, changes) => {
    expect(swissQrPayload(payment(changes))).toBeNull()
    expect(swissQrPng(payment(changes))).toBeNull()
  })

  it("keeps line ends out of every element", () => {
    const lines = swissQrPayload(payment({ accountHolder: "A\nB", reference: "1\r\n2" }))?.split("\n")
    expect([lines?.length, lines?.[5], lines?.[29]]).toEqual([31, "A B", "1 2"])
  })
})

describe("swissQrPng", () => {
  it("can be read with the cross in its middle, whatever it says", () => {
    const text = fc.stringMatching(/^[A-Za-zÀ-ž0-9 ,.'-]{1,70}$/).filter((line) => line.trim() !== "")
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 99_999_999_999 }), (accountHolder, amount) => {
        const details = payment({
          accountHolder,
          reference: `Order ${amount}`,
          amount: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`,
        })
        expect(scan(swissQrPng(details)!.content)).toBe(swissQrPayload(details))
      }),
      { numRuns: 25 },
    )
  })

  it("can be read with the most that a bill can say", () => {
    const details = payment({
      accountHolder: "ü".repeat(70),
      address: {
        street: "ü".repeat(70),
        houseNumber: "ü".repeat(16),
        postalCode: "9".repeat(16),
        city: "ü".repeat(35),
        countryCode: "CH",
      },
      reference: "ü".repeat(140),
      amount: "999999999.99",
    })
    const { content, version } = swissQrPng(details)!
    expect(scan(content)).toBe(swissQrPayload(details))
    expect(version).toBeLessThanOrEqual(25)
  })

  it("has a white cross on black on white in the middle, and a light margin of 5 of 56 millimetres", () => {
    const { content, size } = swissQrPng(payment())!
    const { data } = PNG.sync.read(content)
    const isDark = (x: number, y: number) => data[(Math.round(y) * size + Math.round(x)) * 4] === 0
    const across = Array.from({ length: size }, (_, x) => isDark(x, size / 2))
    const first = Array.from({ length: size }, (_, x) => x).find((x) =>
      Array.from({ length: size }, (_, y) => isDark(x, y)).some(Boolean),
    )!
    const mm = (size - 2 * first) / 46
    expect(first / mm).toBeGreaterThanOrEqual(5)
    const widthAt = (from: number, dark: boolean) => {
      let x = Math.round(from)
      while (across[x] === dark) x++
      return (x - from) / mm
    }
    expect(widthAt(size / 2, false)).toBeCloseTo(3.89 / 2, 0)
    expect(widthAt(size / 2 + 2.5 * mm, true)).toBeCloseTo(0.5, 0)
    expect(isDark(size / 2 + 3.25 * mm, size / 2)).toBe(false)
    expect(isDark(size / 2 + 1.5 * mm, size / 2 + 1.5 * mm)).toBe(true)
  })
})

describe("paymentQr", () => {
  it.each([
    ["EUR to Germany", { iban: "DE89370400440532013000", currency: "EUR" }, "epc"],
    ["EUR to Switzerland", { currency: "EUR" }, "swiss"],
    ["CHF to Switzerland", {}, "swiss"],
    ["CHF to Germany", { iban: "DE89370400440532013000" }, undefined],
    ["EUR to Switzerland without address", { currency: "EUR", address: null, bic: "UBSWCHZH80A" }, "epc"],
    ["EUR to Switzerland without address and BIC", { currency: "EUR", address: null, bic: null }, undefined],
    [
      "EUR to a QR-IBAN without address",
      { currency: "EUR", address: null, bic: "UBSWCHZH80A", iban: QR_IBAN },
      undefined,
    ],
    ["CHF to Switzerland without address", { address: null, bic: "UBSWCHZH80A" }, undefined],
  ])("%s", (_, changes, standard) => {
    expect(paymentQr(payment(changes))?.standard).toBe(standard)
  })
})
