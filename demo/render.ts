/**
 * `npm run render -- --kind K --language L --out DIR [--order FILE.json]`: renders one order mail without a shop, to look
 * at while working on a layout. Writes K.html (pictures put in, for a browser), K.txt and K.eml (the message as it is sent).
 */
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { OrderFacts } from "../src/kinds/order-facts"
import { sampleOrder } from "../src/kinds/sample-order"
import { renderMail } from "../src/rendering/render-mail"
import { sampleInput } from "../src/rendering/sample-input"
import { kindsWithLayout } from "../src/rendering/template-files"
import { LANGUAGES, type Language, type RenderedMail } from "../src/rendering/types"
import { composeMessage } from "../src/sender/compose-message"

const USAGE = `Usage: npm run render -- --kind K --language L --out DIR [--order FILE.json]
  --kind      ${kindsWithLayout().join(", ")}
  --language  ${LANGUAGES.join(", ")}
  --out       folder for K.html, K.txt and K.eml; made when it is missing
  --order     file with the facts of an order (src/kinds/order-facts.ts); without it, a sample order`

interface Arguments {
  kind: string
  language: Language
  out: string
  order: string | undefined
}

async function main(): Promise<void> {
  const { kind, language, out, order } = readArguments()
  const facts = order === undefined ? sampleOrder() : await readOrder(order)
  const mail = await renderMail(sampleInput(kind, language, facts))
  await mkdir(out, { recursive: true })
  await writeFile(join(out, `${kind}.html`), withPictures(mail))
  await writeFile(join(out, `${kind}.txt`), mail.text)
  await writeFile(join(out, `${kind}.eml`), await message(mail, facts, language))
  for (const warning of mail.warnings) console.warn(warning)
  console.log(`${join(out, kind)}.html, .txt and .eml: "${mail.subject}"`)
}

function readArguments(): Arguments {
  const option = { type: "string" } as const
  const { values } = parseArgs({ options: { kind: option, language: option, out: option, order: option } })
  const { kind, language, out, order } = values
  if (kind === undefined || !kindsWithLayout().includes(kind)) {
    throw new Error(`--kind is ${given(kind)}; allowed: ${kindsWithLayout().join(", ")}.`)
  }
  const known = LANGUAGES.find((each) => each === language)
  if (known === undefined) {
    throw new Error(`--language is ${given(language)}; allowed: ${LANGUAGES.join(", ")}.`)
  }
  if (!out) {
    throw new Error(`--out is ${given(out)}; it takes a folder.`)
  }
  return { kind, language: known, out, order }
}

function given(value: string | undefined): string {
  return value === undefined ? "missing" : `"${value}"`
}

async function readOrder(path: string): Promise<OrderFacts> {
  const order = parseJson(await readFile(path, "utf8"), path)
  if (typeof order !== "object" || order === null) {
    throw new Error(`${path} holds no order: it must be a JSON object.`)
  }
  const missing = Object.keys(sampleOrder()).filter((field) => !(field in order))
  if (missing.length > 0) {
    throw new Error(`${path} holds no complete order: it lacks ${missing.join(", ")}.`)
  }
  return order as OrderFacts
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${path} holds no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause })
  }
}

/** Pictures that stand beside the HTML in the mail (`cid:`, RFC 2392) are put into it, because a browser cannot ask for them. */
function withPictures({ html, inlineImages }: RenderedMail): string {
  return inlineImages.reduce(
    (shown, { cid, contentType, content }) =>
      shown.replaceAll(`"cid:${cid}"`, `"data:${contentType};base64,${content.toString("base64")}"`),
    html,
  )
}

async function message(mail: RenderedMail, facts: OrderFacts, language: Language): Promise<Buffer> {
  const { bytes } = await composeMessage(
    {
      ...mail,
      mailId: "sample",
      from: { name: "Nordlicht Handel", address: "bestellung@nordlicht.example" },
      replyTo: "bestellung@nordlicht.example",
      to: { name: "", address: facts.email ?? "customer@example.com" },
      language,
      date: new Date(facts.placed_at),
    },
    "not a secret: this message is never sent",
    "nordlicht.example",
  )
  return bytes
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  console.error(USAGE)
  process.exitCode = 1
})
