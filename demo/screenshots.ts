/**
 * `npm run screenshots -- --out DIR [--kind K] [--variant V] [--language L]`: pictures of order mails as mail programs show them, for
 * docs and for review. Writes DIR/L/K-<look>.png for every look below; without K and L for every kind and language, with
 * V for that one of a kind's mails, K-V-<look>.png.
 *
 * Exit code 2: the arguments cannot be used; 1: something else failed.
 */
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Browser } from "playwright-core"
import { sampleMail } from "../src/kinds/sample-mail"
import { renderMail } from "../src/rendering/render-mail"
import { sampleInputOf } from "../src/rendering/sample-input"
import { kindsWithLayout } from "../src/rendering/template-files"
import { LANGUAGES } from "../src/rendering/types"
import { launchBrowser } from "./parts/launch-browser"
import { chooseSamples, variantsOf } from "./parts/sample-choice"
import { showMail, type MailLook } from "./parts/show-mail"

const PHONE = 390
const DESKTOP = 700

const LOOKS: Record<string, MailLook> = {
  "phone-light": { width: PHONE, colorScheme: "light", images: true },
  "phone-dark": { width: PHONE, colorScheme: "dark", images: true },
  "phone-no-images": { width: PHONE, colorScheme: "light", images: false },
  "desktop-light": { width: DESKTOP, colorScheme: "light", images: true },
  "desktop-dark": { width: DESKTOP, colorScheme: "dark", images: true },
  "desktop-no-images": { width: DESKTOP, colorScheme: "light", images: false },
}

const USAGE = `Usage: npm run screenshots -- --out DIR [--kind K] [--variant V] [--language L]
  --out DIR       folder for L/K-<look>.png; made when it is missing
  --kind K        ${kindsWithLayout().join(", ")}; without it, every kind
  --variant V     ${variantsOf(kindsWithLayout())}; without it, each kind's usual mail
  --language L    ${LANGUAGES.join(", ")}; without it, every language
Looks: ${Object.keys(LOOKS).join(", ")}`

/** What was asked for cannot be done. */
class ArgumentError extends Error {}

async function main(): Promise<void> {
  const { out, samples, languages } = readArguments(process.argv.slice(2))
  const browser = await launchBrowser()
  try {
    for (const language of languages) {
      const folder = join(out, language)
      await mkdir(folder, { recursive: true })
      for (const { kind, variant, name } of samples) {
        const mail = await renderMail(sampleInputOf(kind, language, sampleMail({ kind, variant, language })))
        for (const [look, settings] of Object.entries(LOOKS)) {
          await takePicture(browser, mail, settings, join(folder, `${name}-${look}.png`))
        }
      }
    }
  } finally {
    await browser.close()
  }
}

async function takePicture(
  browser: Browser,
  mail: Awaited<ReturnType<typeof renderMail>>,
  look: MailLook,
  path: string,
): Promise<void> {
  const page = await showMail(browser, mail, look)
  await page.screenshot({ path, fullPage: true })
  await page.context().close()
  console.log(path)
}

function readArguments(args: readonly string[]) {
  const text = { type: "string" } as const
  let given: { out?: string; kind?: string; variant?: string; language?: string }
  try {
    given = parseArgs({ args: [...args], options: { out: text, kind: text, variant: text, language: text } }).values
  } catch (error) {
    throw new ArgumentError(error instanceof Error ? error.message : String(error))
  }
  if (!given.out) throw new ArgumentError("--out is missing; accepted: a folder.")
  const kinds = choose("--kind", given.kind, kindsWithLayout())
  const samples = chooseSamples(kinds, given.variant)
  if (samples.length === 0) {
    throw new ArgumentError(`--variant is "${given.variant}"; accepted for ${kinds.join(", ")}: ${variantsOf(kinds)}.`)
  }
  return {
    out: given.out,
    samples,
    languages: choose("--language", given.language, LANGUAGES),
  }
}

function choose<T extends string>(name: string, given: string | undefined, accepted: readonly T[]): readonly T[] {
  const chosen = accepted.filter((each) => given === undefined || each === given)
  if (chosen.length === 0) throw new ArgumentError(`${name} is "${given}"; accepted: ${accepted.join(", ")}.`)
  return chosen
}

main().catch((error: unknown) => {
  const isWrongArgument = error instanceof ArgumentError
  console.error(isWrongArgument ? error.message : error)
  if (isWrongArgument) console.error(`\n${USAGE}`)
  process.exitCode = isWrongArgument ? 2 : 1
})
