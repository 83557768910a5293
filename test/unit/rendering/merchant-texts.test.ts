import fc from "fast-check"
import { parseDocument } from "htmlparser2"
import { describe, expect, it } from "vitest"
import { sanitizeMarkup } from "../../../src/rendering/merchant-markup"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import { checkText, tidyText } from "../../../src/rendering/shared/check-text"
import { textCatalog, textSpecOfId } from "../../../src/rendering/text-catalog"
import type { Language, RenderedMail, RenderInput } from "../../../src/rendering/types"
import { skeletonOfHtml, textOfHtml } from "./text-of-html"

const INTRO = "de:payment-info.intro"

function render(texts: Record<string, string>, over: Partial<RenderInput> = {}): Promise<RenderedMail> {
  return renderMail({ ...sampleInput("payment-info", "de"), ...over, texts })
}

/** The paragraph of the introduction, as HTML. */
function introOf({ html }: RenderedMail): string {
  return /<\/h1>[\s\S]*?<p[^>]*>[\s\S]*?<\/p>\s*<p[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? ""
}

describe("a merchant's own words", () => {
  it("stand in the HTML with their markup, in the text part as plain text", async () => {
    const mail = await render({
      [INTRO]:
        'Danke, <b>{{name}}</b>!\nIhre <em>{{number}}</em> kostet {{amount}}: <a href="https://nordlicht.example/?a=1&b=2">mehr</a><br>IBAN {{iban}}',
    })
    const amount = /Offener Betrag: (.*)/.exec(mail.text)?.[1] ?? ""
    expect(introOf(mail)).toBe(
      `Danke, <b>Jördis Petersen</b>!<br>Ihre <em>1042</em> kostet ${amount}: <a href="https://nordlicht.example/?a=1&amp;b=2" style="color:inherit">mehr</a><br>IBAN DE89 3704 0044 0532 0130 00`,
    )
    expect(mail.text).toMatch(
      /\nDanke, Jördis Petersen!\nIhre 1042 kostet [\d,]+\u00a0€: mehr \(https:\/\/nordlicht\.example\/\?a=1&b=2\)\nIBAN DE89 3704/,
    )
  })

  it("count in their own language, for Sie and for du", async () => {
    const texts = { "de:payment-info.heading": "Moin", "en:payment-info.heading": "Ahoy" }
    const heading = async (language: Language, germanAddress: "formal" | "informal" = "formal") =>
      /<h1[^>]*>(.*?)<\/h1>/.exec(
        (await renderMail({ ...sampleInput("payment-info", language), texts, germanAddress })).html,
      )?.[1]
    expect(await heading("de")).toBe("Moin")
    expect(await heading("de", "informal")).toBe("Moin")
    expect(await heading("en")).toBe("Ahoy")
    expect(await heading("fr")).toBe("Merci pour votre commande")
  })

  it("stand in each plural form for itself", async () => {
    const { text } = await render({ "de:order.items-total_other": "{{pieces}} Stück" })
    expect(text).toMatch(/^\d+ Stück:/m)
    expect((await render({ "de:order.items-total_one": "{{pieces}} Stück" })).text).toMatch(/^\d+ Artikel:/m)
  })

  it("are the subject, which stays one line and is not escaped", async () => {
    const { subject } = await render({ "de:payment-info.subject": "Zahlung für {{number}} & {{name}}: {{amount}}" })
    expect(subject).toMatch(/^Zahlung für 1042 & Jördis Petersen: [\d,]+\u00a0€$/)
  })

  it("leave a name out that the order does not have", async () => {
    const input = sampleInput("payment-info", "de")
    const nobody = { first_name: null, last_name: null }
    Object.assign(input.facts.customer, nobody)
    Object.assign(input.facts.billing_address ?? {}, nobody)
    Object.assign(input.facts.shipping_address ?? {}, nobody)
    const { text } = await renderMail({ ...input, texts: { [INTRO]: "Danke {{name}}, bitte zahlen" } })
    expect(text).toContain("\nDanke, bitte zahlen\n")
  })

  it("do not make the values of placeholders markup", async () => {
    const input = sampleInput("payment-info", "de")
    const name = '<b onclick="x">{{number}}</b> & "q"'
    Object.assign(input.facts.customer, { first_name: name, last_name: "" })
    const mail = await renderMail({ ...input, texts: { [INTRO]: "<i>{{name}}</i>" } })
    expect(introOf(mail)).toBe("<i>&lt;b onclick&#x3D;&quot;x&quot;&gt;{{number}}&lt;/b&gt; &amp; &quot;q&quot;</i>")
    expect(mail.text).toContain(`\n${name}\n`)
  })

  it("change nothing else in the mail", async () => {
    const plain = await render({})
    const mail = await render({ [INTRO]: "Kurz" })
    expect(mail.html).toBe(plain.html.replace(introOf(plain), "Kurz"))
    expect(mail.subject).toBe(plain.subject)
  })
})

const PLAIN_TEXT_OF: [markup: string, text: string][] = [
  ["one<br>two", "one\ntwo"],
  ["one <br> two", "one\ntwo"],
  ["one\n\ntwo", "one\n\ntwo"],
  ["<b>bold</b> &amp; <i>italic</i>", "bold & italic"],
  ['<a href="https://a.example/">https://a.example/</a>', "https://a.example/"],
  ['<a href="mailto:a@b.example">Write</a>!', "Write (a@b.example)!"],
  ['<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"],
  ["5 &lt; 6 < 7", "5 < 6 < 7"],
]

it.each(PLAIN_TEXT_OF)("%j is %j in the text part", async (markup, text) => {
  const mail = await render({ [INTRO]: markup })
  expect(mail.text.split("\n\n").slice(1).join("\n\n").startsWith(`${text}\n`)).toBe(true)
})

/** What could only be stored past the checks. */
const TAMPERED: [stored: string, html: string | null][] = [
  ["<script>alert(1)</script>Hello", "Hello"],
  ['<img src=x onerror="alert(1)">Hello', "Hello"],
  ["<svg onload=alert(1)>Hello", "Hello"],
  ["<style>*{display:none}</style>Hello", "Hello"],
  ['<b onclick="alert(1)" style="position:fixed">Hello</b>', "<b>Hello</b>"],
  ['<a href="javascript:alert(1)">Hello</a>', "Hello"],
  ['<a href="&#x6A;avascript:alert(1)">Hello</a>', "Hello"],
  ['<a href="data:text/html,x">Hello</a>', "Hello"],
  ['<a href="//evil.example">Hello</a>', "Hello"],
  ['<a href="javascript:x">Hello</a> <b>you</b> <i>there</i>', "Hello <b>you</b> <i>there</i>"],
  [
    '<a href="javascript:x">a <a href="https://a.example">b</a> c</a> <b>d</b>',
    'a <a href="https://a.example" style="color:inherit">b</a> c <b>d</b>',
  ],
  [
    '<a href="https://a.example" onclick="x" style="color:red">Hello</a>',
    '<a href="https://a.example" style="color:inherit">Hello</a>',
  ],
  ['<a href="https://a.example/{{number}}">Hello</a>', "Hello"],
  ["</td></tr></table>Hello", "Hello"],
  ["<table><tr><td>Hello", "Hello"],
  ["<b>Hello", "<b>Hello</b>"],
  ["Hello</b></p></div>", "Hello"],
  ["Hello<!-- ", "Hello"],
  ["<![endif]-->Hello", "Hello"],
  ["Hello\u0000\u202E\u0007", "Hello"],
  // What cannot be filled is not shown: the shipped text is.
  ["{{constructor}}", null],
  ["{{__proto__}} {{toString}}", null],
  ["{{#each order.lines}}x{{/each}}", null],
  ["{{{shop.name}}}", null],
  ["{{> footer}}", null],
  ["{{nothing}}", null],
  ["{{number", null],
  ["&#123;&#123;#if x}}", null],
  ["", null],
  ["<b></b>", null],
  ["<script>alert(1)</script>", null],
  ["x".repeat(100_000), null],
]

describe("a stored text that was never checked", () => {
  it.each(TAMPERED)("%j arrives harmless", async (stored, html) => {
    const shipped = introOf(await render({}))
    expect(introOf(await render({ [INTRO]: stored }))).toContain(html ?? shipped)
    const skeleton = skeletonOfHtml((await render({ [INTRO]: html ?? shipped })).html)
    expect(skeletonOfHtml((await render({ [INTRO]: stored })).html)).toEqual(skeleton)
  })

  it("is text where no markup may be", async () => {
    const stored = '"><script>alert(1)</script>\r\nBcc: x@y.example'
    const texts = Object.fromEntries(
      textCatalog("de")
        .filter(({ rich }) => !rich)
        .map(({ id }) => [id, stored]),
    )
    const [mail, plain] = [await render(texts), await render({})]
    expect(skeletonOfHtml(mail.html)).toEqual(skeletonOfHtml(plain.html))
    expect(mail.subject).toBe('"><script>alert(1)</script> Bcc: x@y.example')
    expect(textOfHtml(mail.html)).toContain('"><script>alert(1)</script> Bcc')
  })

  it("is left out when it is no text at all", async () => {
    for (const stored of [null, 5, {}, ["x"]]) {
      const mail = await render({ [INTRO]: stored as unknown as string })
      expect(mail.html).toBe((await render({})).html)
    }
  })
})

const SNIPPETS = [
  ...["{{", "}}", "{{{", "{{number}}", "{{ amount }}", "{{#if x}}", "{{constructor}}", "<", ">", "</", "/>", '"', "'"],
  ...[
    "&",
    "&#x6A;",
    "&lt;",
    "\n",
    "\r",
    "\u0000",
    "\u202E",
    "=",
    "<b>",
    "<b\n>",
    "</b>",
    "<i>",
    "</i>",
    "<br>",
    "<BR/>",
    "</a>",
  ],
  ...[
    '<a href="https://a.example">',
    '<a\nhref=" https://a.example/?x&copy=1 ">',
    '<a href="https://a.example/?x&lt">',
    "&#x202e;",
    "&nbsp;",
    '<a href="javascript:x">',
    "<a href='mailto:a@b.example'>",
    "<a href=",
    "<script>",
  ],
  ...[
    "</script>",
    "<style>",
    "<td>",
    "</td>",
    "</table>",
    "<!--",
    "-->",
    "<![CDATA[",
    " onclick=",
    "javascript:",
    "<img src=x>",
  ],
]
const TYPED = fc
  .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 12 })
  .map((parts) => parts.join(""))

/** Tags with their attributes' names, and values of those that a merchant has a say in, as a parser sees them. */
function tagsOf(html: string): string[] {
  const walk = (nodes: ReturnType<typeof parseDocument>["children"]): string[] =>
    nodes.flatMap((node) =>
      "attribs" in node
        ? [`${node.name} ${Object.keys(node.attribs).sort().join(" ")}`.trim(), ...walk(node.children)]
        : [],
    )
  return walk(parseDocument(html).children)
}

const ALLOWED = /^(b|strong|i|em|br|a href style)$/

describe("what is typed and what is sent", () => {
  it.each([
    ["<b\n>x</b>", "<b>x</b>"],
    ['<a\n href="https://x.example">z</a>', '<a href="https://x.example" style="color:inherit">z</a>'],
    ['<a href=" https://x.example ">z</a>', '<a href="https://x.example" style="color:inherit">z</a>'],
    [
      '<a href="https://x.example/?a=1&copy=2">z</a>',
      '<a href="https://x.example/?a=1&amp;copy=2" style="color:inherit">z</a>',
    ],
  ])("are the same for %j", (typed, sent) => {
    expect(checkText(typed, { ...textSpecOfId(INTRO)!, mandatory: [] })).toEqual([])
    expect(sanitizeMarkup(typed)).toBe(sent)
  })

  it.each([
    ['<a href="https://x.example/?a&lt">l</a> <b>z</b>', "address-not-allowed"],
    ['<a href="javascript:1" href="https://ok.example">l</a>', "address-not-allowed"],
    ['<a href="https://x.example"></a>x', "link-without-words"],
    ['<a href="https://x.example"><b> </b></a>x', "link-without-words"],
    ["a &#x202e; b", "reference-not-allowed"],
    ["a &rlm; b", "reference-not-allowed"],
  ])("cannot be another thing: %j", (typed, code) => {
    expect(checkText(typed, { ...textSpecOfId(INTRO)!, mandatory: [] }).map((finding) => finding.code)).toContain(code)
  })
})

describe("whatever is typed", () => {
  it("is refused, or arrives with no tag but those that a text may have, and changes nothing else", async () => {
    const spec = textSpecOfId(INTRO)!
    const marker = await render({ [INTRO]: "MARKER" })
    const [before = "", after = ""] = marker.html.split("MARKER")
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(TYPED, fc.boolean(), async (typed, tampered) => {
        const text = tidyText(typed)
        const isAccepted = checkText(text, spec).length === 0
        if (isAccepted) accepted++
        else if (!tampered) return
        const { html, subject } = await render({ [INTRO]: text })
        expect(html.startsWith(before)).toBe(true)
        expect(html.endsWith(after)).toBe(true)
        const intro = html.slice(before.length, html.length - after.length)
        expect(tagsOf(intro).filter((tag) => !ALLOWED.test(tag))).toEqual([])
        expect(intro).not.toMatch(/<(?!\/?(b|strong|i|em|br|a)\b)|href="(?!https?:\/\/|mailto:)/)
        for (const name of ["b", "strong", "i", "em", "a"]) {
          const opened = intro.match(new RegExp(`<${name}[ >]`, "g")) ?? []
          expect(opened, name).toHaveLength(intro.split(`</${name}>`).length - 1)
        }
        expect(tagsOf(html).length).toBe(tagsOf(marker.html).length + tagsOf(intro).length)
        expect(subject).toBe(marker.subject)
        expect(sanitizeMarkup(intro)).toBe(intro)
        if (isAccepted) {
          // Every tag that was accepted is there afterwards, a line end for a break.
          const count = (of: string, tag: RegExp) => (of.match(tag) ?? []).length
          for (const tag of [/<a\s/gi, /<(b|strong|i|em)[\s>]/gi]) expect(count(intro, tag)).toBe(count(text, tag))
        }
        // Nobody's words are lost: what was accepted is what is sent.
        if (isAccepted) expect(intro).not.toContain("ist bei uns eingegangen")
      }),
      { numRuns: 800 },
    )
    expect(accepted).toBeGreaterThan(20)
  })

  it("as a subject is refused, or stays one line of text", async () => {
    const spec = textSpecOfId("de:payment-info.subject")!
    await fc.assert(
      fc.asyncProperty(TYPED, async (typed) => {
        const text = tidyText(typed)
        if (checkText(text, spec).length > 0) return
        const { subject } = await render({ "de:payment-info.subject": text })
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|\{\{/u)
        expect(subject.length).toBeGreaterThan(0)
      }),
      { numRuns: 200 },
    )
  })
})
