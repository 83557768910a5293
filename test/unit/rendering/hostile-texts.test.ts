import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { oneLine } from "../../../src/rendering/one-line"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import type { RenderedMail, RenderInput } from "../../../src/rendering/types"
import { skeletonOfHtml, textOfHtml } from "./text-of-html"

/** A mail in which everything a stranger or a merchant can type says the same. */
function mailSaying(text: string): Promise<RenderedMail> {
  const input = sampleInput("payment-info", "de")
  const { facts, branding } = input
  const person = { first_name: text, last_name: text, company: text }
  const address = {
    ...person,
    address_1: text,
    address_2: text,
    postal_code: text,
    city: text,
    province: text,
    country_code: "de",
  }
  const changed: RenderInput = {
    ...input,
    facts: {
      ...facts,
      number: text,
      shop: { id: null, name: text },
      customer: { id: null, ...person },
      billing_address: address,
      shipping_address: { ...address, country_code: "at" },
      items: facts.items.map((line) => ({ ...line, title: text, variant: text, sku: text })),
      shipping: facts.shipping.map((method) => ({ ...method, name: text })),
      taxes: facts.taxes.map((tax) => ({ ...tax, name: text })),
    },
    branding: {
      ...branding,
      shopName: text,
      legal: { company: text, address: oneLine(text), register: text, vatId: text },
      footerLines: [text, text],
    },
    // No QR code in francs: whether there is one depends on the length of the texts, and it has tests of its own.
    payment: { ...input.payment!, accountHolder: text, bank: text, reference: text, currency: "CHF" },
    sentOnBehalfOf: text,
  }
  return renderMail(changed)
}

const HOSTILE = [
  "Anna\r\nBcc: evil@example.com\r\n\r\nHello",
  '"><script>alert(1)</script>',
  "<img src=x onerror=alert(1)>",
  "' onmouseover='alert(1)",
  "{{shop.name}} {{{subject}}} {{#each order.lines}}x{{/each}}",
  "{{t 'order.total'}} {{constructor.constructor}}",
  "$t(order.total) $& $1 $`",
  "&lt;b&gt; &amp;",
  "--><b>out</b><!--",
  "<![endif]--><b>",
  "</title></head><body>",
  "Zoë 👩‍👩‍👧 😀 Ω",
  "\u202Eesrever\u202C",
  "a\u2028b\u0000c",
  "%s ${x} \\n",
]

describe.each(HOSTILE)("%j", (text) => {
  it("adds nothing to the HTML and stands there as text", async () => {
    const { html } = await mailSaying(text)
    expect(skeletonOfHtml(html)).toEqual(skeletonOfHtml((await mailSaying("plain")).html))
    expect(textOfHtml(html)).toContain(`Guten Tag ${oneLine(`${text} ${text}`)},`.replace(/ +/g, " "))
  })

  it("adds no line to the text part and is not changed by escaping", async () => {
    const mail = await mailSaying(text)
    expect(mail.text.split("\n")).toHaveLength((await mailSaying("plain")).text.split("\n").length)
    expect(mail.text.split("\n")[0]).toBe(`Guten Tag ${oneLine(`${text} ${text}`)},`)
  })

  it("leaves the subject one line, as it is", async () => {
    const { subject } = await mailSaying(text)
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    expect(subject).toContain(`Ihre Bestellung ${oneLine(text)} bei`)
  })
})

it("whatever is typed arrives as text and adds nothing", async () => {
  const plain = await mailSaying("plain")
  const snippet = fc.constantFrom(
    "{{",
    "}}",
    "{{{",
    "<",
    ">",
    '"',
    "'",
    "&",
    "\r\n",
    "\n",
    "\u2028",
    "$&",
    "`",
    "=",
    "\\",
    "--",
    "!",
    "😀",
  )
  const typed = fc.array(fc.oneof(snippet, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 10 })
  await fc.assert(
    fc.asyncProperty(typed, async (parts) => {
      // A letter on each side keeps the text from being empty, which leaves its line out.
      const mail = await mailSaying(`a${parts.join("")}b`)
      expect(skeletonOfHtml(mail.html)).toEqual(skeletonOfHtml(plain.html))
      expect(mail.text.split("\n")).toHaveLength(plain.text.split("\n").length)
      expect(mail.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      expect([...mail.subject].length).toBeLessThanOrEqual(150)
    }),
    { numRuns: 150 },
  )
})

it("a subject too long for a mailbox is cut", async () => {
  const { subject } = await mailSaying("x".repeat(10_000))
  expect([...subject]).toHaveLength(150)
  expect(subject.endsWith("…")).toBe(true)
})
