import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  checkKeys,
  EncryptionKeyError,
  keyCheckValue,
  readEncryptionKeys,
} from "../../../../src/sender/secrets/encryption-key"
import { createSecretBox, keyIdOf, SealedSecretError } from "../../../../src/sender/secrets/secret-box"

const KEY_2025 = { id: "2025", key: randomBytes(32).toString("base64") }
const KEY_2026 = { id: "2026", key: randomBytes(32).toString("hex") }
const PLACE = { row: "omshop_1", field: "smtp_password" }
const SECRET = "Straße-zum-Geheimnis-€"

const box = (...keys: { id: string; key: string }[]) => createSecretBox(readEncryptionKeys(keys))

function caught(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error("nothing was thrown")
}

describe("a sealed secret", () => {
  it("opens to what was sealed, and looks different every time", () => {
    const sealed = box(KEY_2026).seal(SECRET, PLACE)
    expect(sealed).toMatch(/^enc:v1:2026:[A-Za-z0-9+/]+=*$/)
    expect(sealed).not.toContain(Buffer.from(SECRET).toString("base64").slice(0, 12))
    expect(box(KEY_2026).open(sealed, PLACE)).toBe(SECRET)
    expect(box(KEY_2026).seal(SECRET, PLACE)).not.toBe(sealed)
  })

  it("takes any text, the empty one included", () => {
    const any = box(KEY_2026)
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (secret, row, field) => {
        expect(any.open(any.seal(secret, { row, field }), { row, field })).toBe(secret)
      }),
    )
  })

  it.each([
    ["another row", { ...PLACE, row: "omshop_2" }],
    ["another field", { ...PLACE, field: "mailbox_password" }],
    ["a place whose row and field run together alike", { row: "omshop_1smtp", field: "_password" }],
  ])("does not open in %s", (_, place) => {
    const sealed = box(KEY_2026).seal(SECRET, PLACE)
    expect(caught(() => box(KEY_2026).open(sealed, place))).toMatchObject({ problem: "tampered", place })
  })

  it("does not open when any single bit was changed", () => {
    const keys = box(KEY_2026)
    const [prefix, body] = split(keys.seal("pw", PLACE))
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const changed = Buffer.from(body)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => keys.open(`${prefix}${changed.toString("base64")}`, PLACE)).toThrow(SealedSecretError)
    }
  })

  it("does not open under another key's name", () => {
    const twins = [KEY_2026, { id: "twin", key: KEY_2026.key }]
    const sealed = box(...twins).seal(SECRET, PLACE)
    expect(() => box(...twins).open(sealed.replace(":2026:", ":twin:"), PLACE)).toThrow(SealedSecretError)
  })

  it.each(["", "geheim", "enc:v1:2026:", "enc:v1:2026:AAAA", "enc:v2:2026:AAAA", "enc:v1:2026:!!!!"])(
    "is not %j",
    (stored) => {
      const error = caught(() => box(KEY_2026).open(stored, PLACE))
      expect(error).toMatchObject({ problem: "not-sealed" })
      expect(error.message).toContain(`"smtp_password" of omshop_1`)
    },
  )

  it("is never in an error, and neither is a key", () => {
    const sealed = box(KEY_2026).seal(SECRET, PLACE)
    const errors = [
      caught(() => box(KEY_2026).open(sealed, { ...PLACE, row: "other" })),
      caught(() => box(KEY_2025).open(sealed, PLACE)),
      caught(() => box({ id: "2026", key: KEY_2025.key }).open(sealed, PLACE)),
      caught(() => box({ id: "2026", key: "not a key at all" })),
    ]
    for (const error of errors) {
      const shown = `${error.stack} ${JSON.stringify(error)}`
      for (const hidden of [SECRET, sealed.split(":")[3] ?? "?", KEY_2025.key, KEY_2026.key, "not a key at all"]) {
        expect(shown).not.toContain(hidden)
      }
    }
  })
})

describe("rotation", () => {
  it("seals with the first key and opens with every key", () => {
    const old = box(KEY_2025).seal(SECRET, PLACE)
    const both = box(KEY_2026, KEY_2025)
    expect(both.open(old, PLACE)).toBe(SECRET)
    expect(both.isOutdated(old)).toBe(true)
    const renewed = both.seal(both.open(old, PLACE), PLACE)
    expect(keyIdOf(renewed)).toBe("2026")
    expect(both.isOutdated(renewed)).toBe(false)
    expect(box(KEY_2026).open(renewed, PLACE)).toBe(SECRET)
  })

  it("names the key and the option when the old key was taken away too early", () => {
    const old = box(KEY_2025).seal(SECRET, PLACE)
    const error = caught(() => box(KEY_2026).open(old, PLACE))
    expect(error).toMatchObject({ problem: "key-missing", keyId: "2025" })
    expect(error.message).toMatch(/"2025".*encryptionKeys/)
  })

  it("stores nothing without a key", () => {
    const error = caught(() => box().seal(SECRET, PLACE))
    expect(error).toMatchObject({ problem: "key-missing", keyId: null })
    expect(error.message).toContain("encryptionKeys")
  })
})

describe("checkKeys", () => {
  const keys = readEncryptionKeys([KEY_2026, KEY_2025])

  it("asks to store what it sees first and is content with what it knows", () => {
    const values = checkKeys([], keys)
    expect(values.map(({ keyId }) => keyId)).toEqual(["2026", "2025"])
    expect(checkKeys(values, keys)).toEqual([])
    expect(checkKeys(values.slice(1), keys)).toEqual(values.slice(0, 1))
  })

  it.each([
    ["a missing key", [KEY_2026], "key-missing"],
    ["a wrong key", [KEY_2026, { id: "2025", key: randomBytes(32).toString("base64") }], "key-wrong"],
  ])("notices %s by its id", (_, given, problem) => {
    const error = caught(() => checkKeys(keys.map(keyCheckValue), readEncryptionKeys(given)))
    expect(error).toBeInstanceOf(EncryptionKeyError)
    expect(error).toMatchObject({ problem, keyId: "2025" })
    expect(error.message).toMatch(/"2025".*encryptionKeys/)
  })

  it("reveals nothing of the key", () => {
    const { checkValue } = keyCheckValue({ ...first(keys) })
    expect(checkValue).toMatch(/^[0-9a-f]{32}$/)
    expect(KEY_2026.key).not.toContain(checkValue)
  })
})

describe("the option encryptionKeys", () => {
  it("takes base64, base64url and hex", () => {
    const bytes = Buffer.alloc(32, 0xfb)
    const forms = [bytes.toString("base64"), bytes.toString("base64url"), bytes.toString("hex")]
    const values = forms.map((key) => keyCheckValue(first(readEncryptionKeys([{ id: "a", key }]))).checkValue)
    expect(new Set(values).size).toBe(1)
  })

  it.each([
    ["a short key", [{ id: "a", key: randomBytes(31).toString("base64") }], "a"],
    ["a long key", [{ id: "a", key: randomBytes(33).toString("base64") }], "a"],
    ["a password", [{ id: "a", key: "correct horse battery staple" }], "a"],
    ["one id for two keys", [KEY_2025, { ...KEY_2026, id: "2025" }], "2025"],
    ["an id with a colon", [{ ...KEY_2025, id: "a:b" }], null],
    ["an empty id", [{ ...KEY_2025, id: "" }], null],
  ])("refuses %s", (_, options, keyId) => {
    const error = caught(() => readEncryptionKeys(options))
    expect(error).toMatchObject({ problem: "key-malformed", keyId })
    expect(error.message).toContain("encryptionKeys")
  })
})

function split(sealed: string): [prefix: string, body: Buffer] {
  const end = sealed.lastIndexOf(":") + 1
  return [sealed.slice(0, end), Buffer.from(sealed.slice(end), "base64")]
}

function first<T>([head]: readonly T[]): T {
  if (head === undefined) throw new Error("empty")
  return head
}
