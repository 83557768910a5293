import { sampleInput } from "../src/rendering/sample-input"
import { renderMail } from "../src/rendering/render-mail"
import type { Measure } from "./fill"

/**
 * Mail programs that the count is about, as globs of caniemail. It has no data on GMX, WEB.DE and T-Online in this
 * version; newer ones need Node 22 and break off at T-Online.
 */
const CLIENTS = ["gmail.*", "outlook.*", "apple-mail.*", "gmx.*", "web-de.*", "t-online-de.*", "yahoo.*"] as const

/** One feature of HTML or CSS that one mail program supports in part or not at all. */
export interface ClientProblem {
  /** `outlook.windows` */
  client: string
  /** caniemail's title, such as `border-radius`. */
  feature: string
  support: "none" | "partial"
}

/**
 * What mail programs are known not to support of an HTML mail, by the tests of caniemail.com: each feature once per
 * program, however often the mail uses it.
 */
export async function clientProblems(html: string): Promise<ClientProblem[]> {
  // It is an ECMAScript module, this file may be loaded as CommonJS.
  const { caniemail } = await import("caniemail")
  const clients = CLIENTS as readonly string[] as Parameters<typeof caniemail>[0]["clients"]
  const { issues } = caniemail({ clients, html })
  const problems = new Map<string, ClientProblem>()
  for (const [kind, support] of [["errors", "none"] as const, ["warnings", "partial"] as const]) {
    for (const [client, found] of issues[kind]) {
      for (const { title } of found) {
        problems.set(`${client} ${title} ${support}`, { client, feature: title, support })
      }
    }
  }
  return [...problems.values()]
}

/** `caniemail_problems`: the problems of the payment information, all parts of it shown. Target: fewer than 100. */
export async function benchClientProblems(): Promise<Measure[]> {
  const { html } = await renderMail(sampleInput("payment-info", "de"))
  return [{ name: "caniemail_problems", value: (await clientProblems(html)).length, unit: "problems" }]
}
