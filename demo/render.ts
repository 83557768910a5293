/**
 * `npm run render -- --kind K --language L --out DIR`: renders order mails without a shop, to look at while working on a
 * layout, and to hand to other programs. Writes K.html (pictures put in, for a browser), K.txt, K.eml (the message as it
 * is sent, signed with DKIM) and K.dns.json (the record to publish for the signature to pass).
 *
 * Exit code 2: the arguments cannot be used; 1: something else failed.
 */
import { randomUUID } from "node:crypto"
import { mkdir, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { customerName } from "../src/kinds/customer-name"
import type { OrderFacts } from "../src/kinds/order-facts"
import { sampleMail, type SampleMail } from "../src/kinds/sample-mail"
import { renderMail } from "../src/rendering/render-mail"
import { sampleInputOf } from "../src/rendering/sample-input"
import type { Language, RenderedMail } from "../src/rendering/types"
import { composeMessage } from "../src/sender/compose-message"
import { signMessage } from "../src/sender/dkim/sign-message"
import { readRecipient } from "../src/sender/recipient"
import { ArgumentError, readArguments, USAGE, type RenderArguments } from "./parts/render/arguments"
import { makeSigner, type SignerWithRecord } from "./parts/render/make-signer"
import { readOrderFile } from "./parts/render/order-file"
import { htmlWithPictures } from "./parts/render/html-with-pictures"

async function main(): Promise<void> {
  const now = new Date()
  const { samples, languages, germanAddress, byLanguage, out, order, from, signing } = readArguments(
    process.argv.slice(2),
    now,
  )
  const ownFacts = order === undefined ? null : await readOrderFile(order)
  const signed = await makeSigner(signing, from.domain, now)
  for (const language of languages) {
    const folder = byLanguage ? join(out, language) : out
    await makeFolder(folder)
    for (const { kind, variant, name } of samples) {
      const { facts, occasion } = aboutOrder(sampleMail({ kind, variant }), ownFacts)
      const mail = await renderMail({ ...sampleInputOf(kind, language, { facts, occasion }), germanAddress })
      await writeMail(join(folder, name), mail, await compose(mail, { facts, from, language, now }, signed), signed)
    }
  }
}

/** What a sample mail says about an order of one's own: its amounts, with the sample's days. */
function aboutOrder({ facts, occasion }: SampleMail, ownFacts: OrderFacts | null): SampleMail {
  if (ownFacts === null) return { facts, occasion }
  if (occasion.type !== "demand") return { facts: ownFacts, occasion }
  const demand = { ...occasion.demand, total: ownFacts.totals.open, claim: null }
  return { facts: ownFacts, occasion: { type: "demand", demand } }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw new ArgumentError(`--out: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function writeMail(
  path: string,
  mail: RenderedMail,
  message: Buffer,
  signed: SignerWithRecord | null,
): Promise<void> {
  await writeFile(`${path}.html`, htmlWithPictures(mail))
  await writeFile(`${path}.txt`, mail.text)
  await writeFile(`${path}.eml`, message)
  // The record of an earlier run would not fit this message.
  if (signed) await writeFile(`${path}.dns.json`, `${JSON.stringify(signed.record, null, 2)}\n`)
  else await rm(`${path}.dns.json`, { force: true })
  for (const warning of mail.warnings) console.warn(warning)
  console.log(`${path}.html, .txt${signed ? ", .eml and .dns.json" : " and .eml"}: "${mail.subject}"`)
}

/** The bytes that the plugin would store and send. */
async function compose(
  mail: RenderedMail,
  { facts, from, language, now }: { facts: OrderFacts; language: Language; now: Date } & Pick<RenderArguments, "from">,
  signed: SignerWithRecord | null,
): Promise<Buffer> {
  const { bytes } = await composeMessage(
    {
      ...mail,
      mailId: randomUUID(),
      from: { name: "Nordlicht Handel", address: from.address },
      replyTo: from.address,
      to: { name: customerName(facts) ?? "", address: recipientOf(facts) },
      language,
      date: now,
    },
    "not a secret: this message is never sent",
    from.domain,
  )
  return signed ? signMessage(bytes, signed.signer) : bytes
}

/** @throws ArgumentError that names `--order`, because the sample order has an address */
function recipientOf({ email }: OrderFacts): string {
  const reading = readRecipient(email)
  if (reading.usable) return reading.address
  throw new ArgumentError(`--order: its email is ${JSON.stringify(email)}; accepted: one e-mail address.`)
}

main().catch((error: unknown) => {
  const isWrongArgument = error instanceof ArgumentError
  console.error(error instanceof Error ? error.message : error)
  if (isWrongArgument) console.error(`\n${USAGE}`)
  process.exitCode = isWrongArgument ? 2 : 1
})
