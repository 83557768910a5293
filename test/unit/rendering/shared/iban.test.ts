import fc from "fast-check"
import { countrySpecs } from "ibantools"
import { describe, expect, it } from "vitest"
import isBIC from "validator/lib/isBIC"
import isIBAN, { locales } from "validator/lib/isIBAN"
import { bicProblem, isBicOfIban } from "../../../../src/rendering/shared/bic"
import {
  electronicFormat,
  ibanLength,
  ibanProblem,
  isQrIban,
  isSepaIban,
  isSwissIban,
} from "../../../../src/rendering/shared/iban"

/** Examples of the IBAN Registry (SWIFT). */
const EXAMPLES = [
  "AD1200012030200359100100",
  "AE070331234567890123456",
  "AL47212110090000000235698741",
  "AT611904300234573201",
  "BE68539007547034",
  "BG80BNBG96611020345678",
  "CH9300762011623852957",
  "CY17002001280000001200527600",
  "CZ6508000000192000145399",
  "DE89370400440532013000",
  "DK5000400440116243",
  "EE382200221020145685",
  "ES9121000418450200051332",
  "FI2112345600000785",
  "FR1420041010050500013M02606",
  "GB29NWBK60161331926819",
  "GI75NWBK000000007099453",
  "GR1601101250000000012300695",
  "HR1210010051863000160",
  "HU42117730161111101800000000",
  "IE29AIBK93115212345678",
  "IS140159260076545510730339",
  "IT60X0542811101000000123456",
  "LI21088100002324013AA",
  "LT121000011101001000",
  "LU280019400644750000",
  "LV80BANK0000435195001",
  "MC5811222000010123456789030",
  "MT84MALT011000012345MTLCAST001S",
  "NL91ABNA0417164300",
  "NO9386011117947",
  "PL61109010140000071219812874",
  "PT50000201231234567890154",
  "RO49AAAA1B31007593840000",
  "SE4550000000058398257466",
  "SI56263300012039086",
  "SK3112000000198742637541",
  "SM86U0322509800000000270100",
  "TR330006100519786457841326",
]

describe("ibanProblem", () => {
  it.each(EXAMPLES)("finds none in %s", (iban) => {
    expect(ibanProblem(iban)).toBeNull()
  })

  it.each([
    ["", "empty"],
    ["DE89 3704", "characters"],
    ["DE89370400440532013000€", "characters"],
    ["de89370400440532013000", "characters"],
    ["XX89370400440532013000", "country"],
    ["US89370400440532013000", "country"],
    ["1234567890", "country"],
    // Territories whose accounts have an IBAN of another country.
    ["AX2112345600000785", "country"],
    ["GP1420041010050500013M02606", "country"],
    ["DE", "length"],
    ["DE8937040044053201300", "length"],
    ["DE893704004405320130000", "length"],
    ["DE89370400440532O13000", "format"],
    ["DEX9370400440532013000", "format"],
    ["NL91ABN10417164300", "format"],
    ["DE88370400440532013000", "checksum"],
    ["DE89370400440532031000", "checksum"],
    ["GB29NWBK60161331926818", "checksum"],
  ])("says of %j: %s", (iban, problem) => {
    expect(ibanProblem(iban)).toBe(problem)
  })

  it("notices every mistyped digit and every two that are swapped", () => {
    const place = fc.integer({ min: 4, max: 21 })
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 9 }), (at, add) => {
        const digits = [..."DE89370400440532013000"]
        digits[at] = String((Number(digits[at]) + add) % 10)
        expect(ibanProblem(digits.join(""))).toBe("checksum")
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 20 }), (at) => {
        const digits = [..."DE89370400440532013000"]
        fc.pre(digits[at] !== digits[at + 1])
        ;[digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!]
        expect(ibanProblem(digits.join(""))).toBe("checksum")
      }),
    )
  })

  it("takes nothing that another library refuses, where that knows the country", () => {
    const known = (locales ?? []).filter((country) => countrySpecs[country]?.chars)
    const bban = fc.stringMatching(/^[0-9A-Z]{8,30}$/)
    fc.assert(
      fc.property(fc.constantFrom(...known), bban, (country, typed) => {
        const iban = `${country}00${typed}`
        if (ibanProblem(iban) === null) expect(isIBAN(iban)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    for (const iban of EXAMPLES) expect(isIBAN(iban)).toBe(true)
  })
})

describe("bicProblem", () => {
  it.each(["COBADEFF", "COBADEFFXXX", "POFICHBEXXX", "GENODEF1S02", "COBAXKFF"])("finds none in %s", (bic) => {
    expect(bicProblem(bic)).toBeNull()
  })

  it.each([
    ["", "length"],
    ["COBADEF", "length"],
    ["COBADEFFX", "length"],
    ["1OBADEFF", "format"],
    ["COBADEF-", "format"],
    ["COBAXXFF", "country"],
    ["COBA12FF", "country"],
  ])("says of %j: %s", (bic, problem) => {
    expect(bicProblem(bic)).toBe(problem)
    expect(isBIC(bic)).toBe(false)
  })

  it.each([
    ["COBADEFF", "DE89370400440532013000", true],
    ["COBADEFF", "AT611904300234573201", false],
    // Jersey's banks hold accounts with British IBANs.
    ["MIDLJESHXXX", "GB29NWBK60161331926819", true],
    ["AGRIMQMXXXX", "FR1420041010050500013M02606", true],
  ])("knows whether %s is where %s is: %s", (bic, iban, same) => {
    expect(isBicOfIban(bic, iban)).toBe(same)
  })
})

it("reads what people type and paste", () => {
  expect(electronicFormat(" de89 3704\u00a00044-0532\u200b0130 00\n")).toBe("DE89370400440532013000")
})

it("knows how long an IBAN is", () => {
  expect([ibanLength("DE"), ibanLength("NO"), ibanLength("XX"), ibanLength("US"), ibanLength("RE")]).toEqual([
    22,
    15,
    null,
    null,
    null,
  ])
})

it.each([
  ["DE89370400440532013000", { sepa: true, swiss: false, qr: false }],
  ["CH5604835012345678009", { sepa: true, swiss: true, qr: false }],
  ["CH4431999123000889012", { sepa: true, swiss: true, qr: true }],
  ["LI21088100002324013AA", { sepa: true, swiss: true, qr: false }],
  ["AL47212110090000000235698741", { sepa: true, swiss: false, qr: false }],
  ["AE070331234567890123456", { sepa: false, swiss: false, qr: false }],
])("knows what kind of account %s is", (iban, { sepa, swiss, qr }) => {
  expect({ sepa: isSepaIban(iban), swiss: isSwissIban(iban), qr: isQrIban(iban) }).toEqual({ sepa, swiss, qr })
})
