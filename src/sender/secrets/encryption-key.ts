import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from "node:crypto"

/** A key as it stands in the plugin's options. The first of a list seals, every one opens. */
export interface EncryptionKeyOption {
  /** Names the key in what it sealed. 1 to 32 letters, digits, `_`, `.` or `-`; never given to another key. */
  id: string
  /** 32 random bytes as base64, base64url or hex. */
  key: string
}

export interface EncryptionKey {
  id: string
  secret: KeyObject
}

/** What may be stored in plain text to notice later that a key was exchanged under its id. */
export interface KeyCheckValue {
  keyId: string
  checkValue: string
}

export type EncryptionKeyProblem = "key-missing" | "key-wrong" | "key-malformed"

/** What is wrong with the option `encryptionKeys`. Names the key's id, never the key. */
export class EncryptionKeyError extends Error {
  override readonly name = "EncryptionKeyError"

  constructor(
    readonly problem: EncryptionKeyProblem,
    readonly keyId: string | null,
    message: string,
  ) {
    super(message)
  }
}

const KEY_BYTES = 32
const KEY_ID = /^[A-Za-z0-9_.-]{1,32}$/
const MAKE_ONE = "Make one with `openssl rand -base64 32`."

/**
 * Reads the keys of the options.
 * @throws EncryptionKeyError for a key that is not 32 bytes, an id that is not one, or an id given twice
 */
export function readEncryptionKeys(options: readonly EncryptionKeyOption[]): EncryptionKey[] {
  const seen = new Set<string>()
  return options.map(({ id, key }, index) => {
    if (!KEY_ID.test(id)) {
      throw malformed(null, `encryptionKeys[${index}].id takes 1 to 32 letters, digits, "_", "." or "-".`)
    }
    if (seen.has(id)) {
      throw malformed(id, `encryptionKeys: the id "${id}" is given to two keys. Give each key an id of its own.`)
    }
    seen.add(id)
    const bytes = decodeKey(key)
    if (!bytes) {
      throw malformed(id, `encryptionKeys: key "${id}" is not 32 bytes in base64 or hex. ${MAKE_ONE}`)
    }
    return { id, secret: createSecretKey(bytes) }
  })
}

function decodeKey(key: string): Buffer | null {
  const text = key.trim()
  if (/^[0-9a-f]{64}$/i.test(text)) {
    return Buffer.from(text, "hex")
  }
  // Node reads base64url as base64, too, and silently skips whatever is neither.
  const bytes = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, "base64") : null
  return bytes?.length === KEY_BYTES ? bytes : null
}

/** A check value says whether two keys are the same one and, the key being random, nothing else about it. */
export function keyCheckValue({ id, secret }: EncryptionKey): KeyCheckValue {
  const checkValue = createHmac("sha256", secret).update(`order-mail:key-check:${id}`).digest("hex").slice(0, 32)
  return { keyId: id, checkValue }
}

/**
 * Compares the keys with those that sealed what is stored. To be called at boot: without it a wrong key would be
 * noticed only when the first password is needed.
 * @param known the check values stored, of keys that still have something sealed
 * @returns the check values of keys not known yet, to be stored
 * @throws EncryptionKeyError when a known key is missing or another key has taken its id
 */
export function checkKeys(known: readonly KeyCheckValue[], keys: readonly EncryptionKey[]): KeyCheckValue[] {
  const given = new Map(keys.map((key) => [key.id, keyCheckValue(key)]))
  for (const { keyId, checkValue } of known) {
    const found = given.get(keyId)
    if (!found) {
      throw missingKey(keyId)
    }
    if (!sameText(found.checkValue, checkValue)) {
      throw wrongKey(keyId)
    }
  }
  const knownIds = new Set(known.map(({ keyId }) => keyId))
  return [...given.values()].filter(({ keyId }) => !knownIds.has(keyId))
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

const malformed = (keyId: string | null, message: string) => new EncryptionKeyError("key-malformed", keyId, message)

export function missingKey(keyId: string): EncryptionKeyError {
  const wayOut = "Put it back into the option encryptionKeys (behind the current one, if it was replaced)."
  return new EncryptionKeyError(
    "key-missing",
    keyId,
    `Passwords and keys are encrypted with the key "${keyId}", which is not given. ${wayOut}`,
  )
}

function wrongKey(keyId: string): EncryptionKeyError {
  return new EncryptionKeyError(
    "key-wrong",
    keyId,
    `The key "${keyId}" in the option encryptionKeys is not the one that passwords and keys were encrypted with. ` +
      `Put the former key back under this id, and give a new key an id of its own in front of it.`,
  )
}

export function noKeyAtAll(): EncryptionKeyError {
  return new EncryptionKeyError(
    "key-missing",
    null,
    `The option encryptionKeys is empty, so no password or key can be stored. ${MAKE_ONE}`,
  )
}
