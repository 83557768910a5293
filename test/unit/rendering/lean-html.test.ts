import { describe, expect, it } from "vitest"
import { leanHtml } from "../../../src/rendering/lean-html"

describe("takes out", () => {
  it.each([
    ["declarations that repeat a default", '<td style="word-spacing:normal;direction:ltr;padding:0;">', "padding:0"],
    [
      "a shorthand beside what it stands for",
      '<td style="background:#fff;background-color:#fff;">',
      "background-color:#fff",
    ],
  ])("%s", (_, html, style) => {
    expect(leanHtml(html)).toBe(`<td style="${style}">`)
  })

  it("attributes without a value, and blanks between attributes", () => {
    expect(leanHtml('<body  class="">\n<td\n   class="a" style=""\n>')).toBe('<body>\n<td class="a">')
  })

  it("indentation, and elements that HTML has without being told", () => {
    expect(leanHtml("<table>\n  <tbody>\n    <tr>\n    </tr>\n  </tbody>\n</table>")).toBe(
      "<table>\n<tr>\n</tr>\n</table>",
    )
  })

  it("what hides a preheader twice, and is how spam hides text", () => {
    const preheader = '<div style="display:none;font-size:1px;max-height:0px;opacity:0;overflow:hidden;">'
    expect(leanHtml(preheader)).toBe('<div style="display:none;mso-hide:all">')
  })

  it("the subject as a label of the whole mail", () => {
    const article = '<div aria-label="Your order" aria-roledescription="email" role="article" lang="en">'
    expect(leanHtml(article)).toBe('<div role="article" lang="en">')
  })
})

describe("says with an attribute", () => {
  it("how text is aligned", () => {
    expect(leanHtml('<td style="text-align:center;">')).toBe('<td align="center">')
    expect(leanHtml('<td align="left" style="text-align:left">')).toBe('<td align="left">')
  })

  it("how wide a table is", () => {
    expect(leanHtml('<table width="100%" style="color:#000;width:100%">')).toBe(
      '<table width="100%" style="color:#000">',
    )
  })

  it("only where it means the same", () => {
    const unchanged = '<table style="text-align:center"><td align="left" style="text-align:right">'
    expect(leanHtml(unchanged)).toBe(unchanged)
  })
})

describe("leaves alone", () => {
  it.each([
    ["what only Outlook reads", '<!--[if mso]><td style="direction:ltr;word-break:break-word" ><![endif]-->'],
    ["style sheets", "<style>a > b { word-break: break-word; } <td  ></style>"],
    [
      "expressions in attributes",
      `<img src="cid:{{qrCid}}" alt="{{t 'payment.qr-alt' amount=payment.amount}}" width="1">`,
    ],
    ["expressions between rows", "{{#if a}}<tr><td nowrap>{{b}}</td></tr>{{else}}<br>{{/if}}"],
    ["a sign that ends no tag", '<td title="a > b" class="c">1 > 0</td>'],
    ["addresses in styles", `<td style="background-image:url(data:image/png;base64,AA==)">`],
  ])("%s", (_, html) => {
    expect(leanHtml(html)).toBe(html)
  })
})
