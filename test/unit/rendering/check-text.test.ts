import { describe, expect, it } from "vitest"
import { checkText, tidyText, type TextRules } from "../../../src/rendering/shared/check-text"
import { findingInWords, TEXT_FINDING_CODES } from "../../../src/rendering/shared/text-findings"

const RICH: TextRules = { rich: true, maxLength: 2_000, placeholders: ["number", "amount", "pay_by"], mandatory: [] }
const PLAIN: TextRules = { ...RICH, rich: false, maxLength: 200 }
const STATES_AMOUNT: TextRules = { ...PLAIN, mandatory: ["amount"] }

const codesOf = (text: string, rules: TextRules): string[] => checkText(text, rules).map(({ code }) => code)

describe("a text with markup takes", () => {
  it.each([
    "Thank you",
    "Your order {{number}}, {{ amount }} by {{pay_by}}",
    "<b>bold</b> <strong>strong</strong> <i>italic</i> <em>emphasis</em>",
    "<B>upper case</B>",
    "<b><i>nested</i></b>",
    "one<br>two<br/>three<br />four\nfive",
    '<a href="https://shop.example/pay?a=1&b=2#c">here</a>',
    "<a href='http://shop.example'>here</a>",
    "<a href=https://shop.example>here</a>",
    '<a href="https://shop.example/?a=1&amp;b=2">here</a>',
    '<a href="HTTPS://SHOP.EXAMPLE">here</a>',
    '<a href="mailto:hallo@shop.example">write</a>',
    '<a href="https://shop.example"><b>{{number}}</b></a>',
    "5 < 6 & 7 > 6, a <3",
    "{single} braces",
    "Zoë 👩‍👩‍👧 😀 Ω ½ – “quoted”",
    "שלום العربية",
    "&amp; &lt;b&gt; stay text",
  ])("%s", (text) => {
    expect(checkText(text, RICH)).toEqual([])
  })
})

const HOSTILE: [text: string, codes: string[]][] = [
  ["<script>alert(1)</script>", ["tag-not-allowed", "tag-not-allowed"]],
  ["<SCRIPT SRC=//evil.example/x.js></SCRIPT>", ["tag-not-allowed", "tag-not-allowed"]],
  ["<img src=x onerror=alert(1)>", ["tag-not-allowed"]],
  ["<svg onload=alert(1)>", ["tag-not-allowed"]],
  ["<svg/onload=alert(1)>", ["tag-not-allowed"]],
  ["<style>*{display:none}</style>", ["tag-not-allowed", "tag-not-allowed"]],
  ["<iframe src=https://evil.example></iframe>", ["tag-not-allowed", "tag-not-allowed"]],
  ["<form><input></form>", ["tag-not-allowed", "tag-not-allowed", "tag-not-allowed"]],
  ["<table><tr><td>x", ["tag-not-allowed", "tag-not-allowed", "tag-not-allowed"]],
  ["</td></tr></table>", ["tag-not-allowed", "tag-not-allowed", "tag-not-allowed"]],
  ["<div>x</div>", ["tag-not-allowed", "tag-not-allowed"]],
  ["<base href=https://evil.example>", ["tag-not-allowed"]],
  ["<!-- comment -->", ["tag-not-allowed"]],
  ["<![endif]-->", ["tag-not-allowed"]],
  ["<!doctype html>", ["tag-not-allowed"]],
  ["<?php echo 1 ?>", ["tag-not-allowed"]],
  ["<![CDATA[x]]>", ["tag-not-allowed"]],
  ["<b onclick=alert(1)>x</b>", ["attribute-not-allowed"]],
  ['<b style="position:fixed">x</b>', ["attribute-not-allowed"]],
  ['<b class="card">x</b>', ["attribute-not-allowed"]],
  ["<br onfocus=alert(1) autofocus>", ["attribute-not-allowed", "attribute-not-allowed"]],
  ['<a href="https://a.example" onmouseover="alert(1)">x</a>', ["attribute-not-allowed"]],
  ['<a href="https://a.example" target="_blank">x</a>', ["attribute-not-allowed"]],
  ['<a href="javascript:alert(1)">x</a>', ["address-not-allowed"]],
  ['<a href="JaVaScRiPt:alert(1)">x</a>', ["address-not-allowed"]],
  ['<a href=" javascript:alert(1)">x</a>', ["address-not-allowed"]],
  ['<a href="java\nscript:alert(1)">x</a>', ["address-not-allowed"]],
  ['<a href="&#x6A;avascript:alert(1)">x</a>', ["address-not-allowed"]],
  ['<a href="&#106avascript:alert(1)">x</a>', ["address-not-allowed"]],
  ['<a href="javascript&colon;alert(1)">x</a>', ["address-not-allowed"]],
  ['<a href="data:text/html,<script>alert(1)</script>">x</a>', ["address-not-allowed"]],
  ['<a href="vbscript:x">x</a>', ["address-not-allowed"]],
  ['<a href="file:///etc/passwd">x</a>', ["address-not-allowed"]],
  ['<a href="//evil.example">x</a>', ["address-not-allowed"]],
  ['<a href="/relative">x</a>', ["address-not-allowed"]],
  ['<a href="shop.example">x</a>', ["address-not-allowed"]],
  ['<a href="https://">x</a>', ["address-not-allowed"]],
  ['<a href="https://user:pass@evil.example">x</a>', ["address-not-allowed"]],
  ['<a href="https://shop.example@evil.example">x</a>', ["address-not-allowed"]],
  ['<a href="mailto:a@b.example?bcc=c@d.example">x</a>', ["address-not-allowed"]],
  ['<a href="mailto:a@b.example%0aBcc:c@d.example,e@f.example">x</a>', ["address-not-allowed"]],
  [`<a href="https://a.example/${"x".repeat(1_000)}">x</a>`, ["address-not-allowed"]],
  ['<a href="https://a.example/{{number}}">x</a>', ["placeholder-in-address"]],
  ['<a href="{{number}}">x</a>', ["placeholder-in-address"]],
  ["<a>x</a>", ["link-without-address"]],
  ['<a href="">x</a>', ["link-without-address"]],
  ['<a href="https://a.example"><a href="https://b.example">x</a></a>', ["link-in-link"]],
  ['<a href="https://a.example" href="javascript:alert(1)">x</a>', ["address-not-allowed"]],
  ["<a href=\"https://a.example'>x</a>", ["markup-broken", "tag-not-opened"]],
  ['<a href="https://a.example>x</a>', ["markup-broken", "tag-not-opened"]],
  ["<b>x", ["tag-not-closed"]],
  ["x</b>", ["tag-not-opened"]],
  ["<b><i>x</b></i>", ["tag-not-opened", "tag-not-closed"]],
  ["x <b", ["markup-broken"]],
  ["x </", ["markup-broken"]],
  ["<b<i>x</i>", ["markup-broken"]],
  ["{{#if order}}x{{/if}}", ["expression"]],
  ["{{#each lines}}x", ["expression"]],
  ["{{{number}}}", ["expression"]],
  ["{{&number}}", ["expression"]],
  ["{{> footer}}", ["expression"]],
  ["{{! comment }}", ["expression"]],
  ["{{^number}}", ["expression"]],
  ["{{else}}", ["placeholder-unknown"]],
  ["{{t 'order.total'}}", ["expression"]],
  ["{{order.number}}", ["expression"]],
  ["{{constructor}}", ["placeholder-unknown"]],
  ["{{constructor.constructor}}", ["expression"]],
  ["{{__proto__}}", ["placeholder-unknown"]],
  ["{{@root}}", ["expression"]],
  ["{{nummer}}", ["placeholder-unknown"]],
  ["{{Number}}", ["placeholder-unknown"]],
  ["{{number", ["placeholder-broken"]],
  ["number}}", ["placeholder-broken"]],
  ["{{number}", ["placeholder-broken"]],
  ["{{}}", ["expression"]],
  ["a\u0000b", ["invisible-character"]],
  ["a\u0007b", ["invisible-character"]],
  ["a\tb", ["invisible-character"]],
  ["\u202Eesrever", ["invisible-character"]],
  ["a\u2066b\u2069", ["invisible-character"]],
  ["a\u2028b", ["invisible-character"]],
  ["a\uD800b", ["invisible-character"]],
  ["a\uFEFFb", ["invisible-character"]],
  ["", ["empty"]],
  ["<b> </b>", ["empty"]],
  ["<br>", ["empty"]],
  ["x".repeat(100_000), ["too-long"]],
  ["<".repeat(2_001), ["too-long"]],
]

describe("a text with markup refuses", () => {
  it.each(HOSTILE)("%j: %j", (text, codes) => {
    expect(codesOf(text, RICH)).toEqual(codes)
  })

  it("names what it is about", () => {
    const whatOf = (text: string) => checkText(text, RICH)[0]?.what
    expect(whatOf("<script>")).toBe("<script>")
    expect(whatOf("<b onclick=x>b</b>")).toBe("onclick")
    expect(whatOf('<a href="javascript:alert(1)">x</a>')).toBe("javascript:alert(1)")
    expect(whatOf("{{nummer}}")).toBe("{{nummer}}")
    expect(whatOf("a {{#if x}} b")).toBe("{{#if x}}")
    expect(whatOf("a\u202Eb")).toBe("U+202E")
    expect(whatOf("x".repeat(3_000))).toBe("2000")
    expect(whatOf(`<b ${"x".repeat(500)}`)).toHaveLength(40)
  })
})

describe("a text without markup", () => {
  it.each(["Amount due", "5 < 6", "A & B", "Order {{number}}", "a <3"])("takes %s", (text) => {
    expect(checkText(text, PLAIN)).toEqual([])
  })

  it.each([
    ["<b>x</b>", "markup-not-here"],
    ["<script>", "markup-not-here"],
    ["x <!-- y -->", "markup-not-here"],
    ["x </td>", "markup-not-here"],
    ["one\ntwo", "several-lines"],
    ["x".repeat(201), "too-long"],
  ])("refuses %j: %s", (text, code) => {
    expect(codesOf(text, PLAIN)).toEqual([code])
  })
})

describe("what a text must say", () => {
  it("is found missing", () => {
    expect(checkText("Please pay", STATES_AMOUNT)).toEqual([{ code: "placeholder-missing", what: "{{amount}}" }])
    expect(checkText("Please pay {{amount}}", STATES_AMOUNT)).toEqual([])
    expect(checkText("Please pay {{ amount }}", STATES_AMOUNT)).toEqual([])
    expect(codesOf("Please pay {{amuont}}", STATES_AMOUNT)).toEqual(["placeholder-unknown", "placeholder-missing"])
  })
})

it("a text is stored without blanks at its ends, and with one kind of line end", () => {
  expect(tidyText("  a\r\nb\rc\n\n")).toBe("a\nb\nc")
})

it.each(TEXT_FINDING_CODES)("says what %s means", (code) => {
  expect(findingInWords({ code, what: "{{x}}" })).toMatch(/^[a-z].{10,}$/)
})

it("is quick with whatever is typed", () => {
  const typed = ["<", "<a ", '<a "', "{{", "}}", "</", "<b>", '<a href="', "&#"].map((part) =>
    part.repeat(2_000).slice(0, 2_000),
  )
  const start = performance.now()
  for (const text of typed) checkText(text, RICH)
  expect(performance.now() - start).toBeLessThan(1_000)
})
