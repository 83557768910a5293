import { generateKeyPairSync } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { dkimVerify } from "mailauth/lib/dkim/verify"
import PostalMime from "postal-mime"
import { describe, expect, it, vi } from "vitest"
import { ArgumentError, readArguments } from "../../../demo/parts/render/arguments"
import { makeSigner } from "../../../demo/parts/render/make-signer"
import { readOrderFile } from "../../../demo/parts/render/order-file"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { kindsWithLayout } from "../../../src/rendering/template-files"
import type { Language } from "../../../src/rendering/types"
import { mailauthResolver } from "../../../src/sender/dns/mailauth-resolver"
import { PROGRAM, useRenderCommand } from "../../helpers/render-command"
import { useDnsServer } from "../sender/dns/test-resolver"

// Each run compiles TypeScript.
vi.setConfig({ testTimeout: 60_000 })

const ALL = ["--kind", "all", "--language", "all"]
const KINDS = kindsWithLayout().join(", ")
const OUT = [...ALL, "--out", "mails"]

const OPEN_AMOUNT: Record<Language, string> = {
  de: "Offener Betrag: ",
  en: "Amount due: ",
  fr: "Montant à régler\u00a0: ",
  it: "Importo da pagare: ",
  es: "Importe pendiente: ",
  nl: "Openstaand bedrag: ",
  pl: "Kwota do zapłaty: ",
}

const command = useRenderCommand()
const { server, resolver } = useDnsServer()

/** What a receiver finds that asks the test's DNS server. */
async function verify(message: Buffer) {
  const { results } = await dkimVerify(message, { resolver: mailauthResolver(resolver()).resolve })
  expect(results).toHaveLength(1)
  return results[0]?.status
}

function publish({ name, value }: { name: string; value: string }): void {
  server().set({ [name]: { TXT: [value] } })
}

function renderOrder(...args: string[]): Buffer {
  const { code, stderr } = command.run("--kind", "payment-info", "--language", "de", "--out", command.out(), ...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
  return command.read("payment-info.eml") ?? Buffer.alloc(0)
}

function writeOrder(order: unknown): string {
  const file = join(command.out(), "order.json")
  writeFileSync(file, JSON.stringify(order))
  return file
}

/** The message with one letter or digit of its body, the one at or after `share` of its length, made another. */
function changeOneByte(message: Buffer, share: number): Buffer {
  const changed = Buffer.from(message)
  const body = message.indexOf("\r\n\r\n") + 4
  let at = body + Math.floor((message.length - body - 1) * share)
  while (!/[a-z0-9]/i.test(String.fromCharCode(changed[at] ?? 0))) at = at + 1 < message.length ? at + 1 : body
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

describe("npm run render", () => {
  it("is the program that is tested here, after what is missing was installed", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }
    expect(scripts["render"]).toBe(`node demo/bootstrap.mjs ${PROGRAM}`)
  })

  it("writes a message that passes DKIM with the record it wrote, and fails with any byte of its body changed", async () => {
    const message = renderOrder()
    const record = command.record("payment-info")
    expect(record).toMatchObject({ type: "TXT", name: expect.stringMatching(/\._domainkey\.nordlicht\.example$/) })
    expect(record.strings.join("")).toBe(record.value)

    expect((await verify(message))?.result).not.toBe("pass")
    publish(record)
    expect(await verify(message)).toMatchObject({ result: "pass", aligned: "nordlicht.example" })
    for (const share of [0, 0.25, 0.5, 0.75, 0.95]) {
      const changed = changeOneByte(message, share)
      expect(changed.equals(message)).toBe(false)
      expect(await verify(changed)).toMatchObject({ result: "neutral", comment: "body hash did not verify" })
    }
  })

  it("writes the same mail as a page, as text and as a message", async () => {
    const order = { ...sampleOrder(), number: "4711", email: "kundin@example.org" }
    const message = await PostalMime.parse(renderOrder("--order", writeOrder(order)))
    expect(message.to?.[0]?.address).toBe("kundin@example.org")
    expect(message.subject).toContain("4711")
    const html = command.read("payment-info.html")?.toString("utf8") ?? ""
    expect(html).toContain("4711")
    expect(html).toContain('src="data:image/png;base64,')
    expect(html).not.toContain("cid:")
    expect(message.html).toContain("cid:")
    const lines = (text: string | undefined) => (text ?? "").replace(/\r\n/g, "\n").trimEnd()
    expect(lines(message.text)).toBe(lines(command.read("payment-info.txt")?.toString("utf8")))
  })

  it("signs with a key of one's own, as OpenSSL writes it, for the domain of --from", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
    const key = join(command.out(), "key.pem")
    writeFileSync(key, privateKey.export({ type: "pkcs1", format: "pem" }))
    const sender = "laden@blumen-grün.example"
    const message = renderOrder("--dkim-key", key, "--selector", "s1.shop", "--from", sender)
    const record = command.record("payment-info")
    expect(record.name).toBe("s1.shop._domainkey.xn--blumen-grn-ieb.example")
    publish(record)
    expect(await verify(message)).toMatchObject({ result: "pass", aligned: "xn--blumen-grn-ieb.example" })
  })

  it("leaves the signature and the record out with --no-sign", () => {
    renderOrder()
    const message = renderOrder("--no-sign")
    expect(message.toString("latin1")).not.toContain("DKIM-Signature")
    expect(command.read("payment-info.dns.json")).toBeNull()
  })

  it("writes every kind in every language with one key", () => {
    const { code } = command.run("--kind", "all", "--language", "all", "--out", command.out())
    expect(code).toBe(0)
    for (const [language, words] of Object.entries(OPEN_AMOUNT)) {
      expect(command.read(`${language}/payment-info.txt`)?.toString("utf8")).toContain(words)
      expect(command.record(`${language}/payment-info`)).toEqual(command.record("de/payment-info"))
      for (const kind of kindsWithLayout()) expect(command.read(`${language}/${kind}.eml`)).not.toBeNull()
    }
  })

  it("writes each of a kind's mails with --variant", () => {
    const { code } = command.run("--kind", "dunning", "--variant", "all", "--language", "de", "--out", command.out())
    expect(code).toBe(0)
    const text = (name: string) => command.read(`${name}.txt`)?.toString("utf8")
    expect(text("dunning")).not.toContain("Verzugszinsen")
    expect(text("dunning-level-2")).toContain("Verzugszinsen: 0,58\u00a0€")
    expect(text("dunning-last")).toContain("Danach mahnen wir nicht noch einmal")
  })

  it("writes to German customers as --german says", () => {
    renderOrder("--german", "informal")
    expect(command.read("payment-info.txt")?.toString("utf8")).toContain("Hallo Jördis,")
  })

  it.each([
    ["a kind that is none", ["--kind", "nope"], `--kind is "nope"; accepted: ${KINDS}, all.`],
    ["a file for a folder", [...ALL, "--out", "package.json"], "--out: "],
  ])("refuses %s with exit code 2, and says how it is called", (_, args, words) => {
    const { code, stderr } = command.run(...args)
    expect(stderr).toContain(words)
    expect(stderr).toContain("Usage: npm run render -- --kind K --language L --out DIR")
    expect(code).toBe(2)
  })

  it.each([
    ["no kind", ["--language", "de"], `--kind is missing; accepted: ${KINDS}, all.`],
    [
      "a language that is none",
      ["--kind", "all", "--language", "xx"],
      '--language is "xx"; accepted: de, en, fr, it, es, nl, pl, all.',
    ],
    ["an address form that is none", [...OUT, "--german", "you"], '--german is "you"; accepted: formal, informal.'],
    [
      "a variant that is none",
      ["--kind", "dunning", "--variant", "partial", "--language", "de"],
      '--variant is "partial"; accepted for dunning: level-1, level-2, last, all.',
    ],
    ["no folder", ALL, "--out is missing; accepted: a folder."],
    ["an argument that is none", [...ALL, "--colour", "red"], "Unknown option '--colour'"],
    ["a sender that is no address", [...OUT, "--from", "shop"], '--from is "shop"; accepted: one e-mail address'],
    ["a key without a selector", [...OUT, "--dkim-key", "key.pem"], "--selector is missing; accepted: "],
    ["a selector that is none", [...OUT, "--selector", "a_b"], '--selector is "a_b"; accepted: letters, digits'],
    ["a signature and none", [...OUT, "--no-sign", "--selector", "a"], "--no-sign stands beside"],
  ])("refuses %s", (_, args, words) => {
    expect(() => readArguments(args, new Date())).toThrow(words)
    expect(() => readArguments(args, new Date())).toThrow(ArgumentError)
  })

  it.each([
    ["is not there", "nowhere.json", "--order: nowhere.json cannot be read (ENOENT)."],
    ["is no JSON", "README.md", "--order: README.md holds no JSON"],
    ["is no order", "package.json", "--order: package.json holds no complete order: it lacks id, number"],
  ])("refuses an order that %s", async (_, file, words) => {
    await expect(readOrderFile(file)).rejects.toThrow(words)
    await expect(readOrderFile(file)).rejects.toThrow(ArgumentError)
  })

  it("names the fields that an order lacks, in its lists, too", async () => {
    const [first] = sampleOrder().items
    const file = writeOrder({ ...sampleOrder(), region: null, totals: { open: "1" }, items: [first, { id: "b" }] })
    await expect(readOrderFile(file)).rejects.toThrow(/: it lacks items\[1\]\.title, .*, totals\.items, /)
  })

  it("refuses a key file that holds none", async () => {
    const signing = { with: "own-key" as const, file: "package.json", selector: "a" }
    await expect(makeSigner(signing, "shop.example", new Date())).rejects.toThrow("--dkim-key: package.json: ")
  })
})
