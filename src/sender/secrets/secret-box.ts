import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { missingKey, noKeyAtAll, type EncryptionKey } from "./encryption-key"

/** Where a secret is stored. It opens only there: a ciphertext copied to another row or field does not. */
export interface SecretPlace {
  row: string
  field: string
}

export type SealedSecretProblem = "not-sealed" | "tampered"

/** A stored secret that cannot be opened although its key is there. Names its place, never its content. */
export class SealedSecretError extends Error {
  override readonly name = "SealedSecretError"

  constructor(
    readonly problem: SealedSecretProblem,
    readonly place: SecretPlace,
    message: string,
  ) {
    super(message)
  }
}

export interface SecretBox {
  /**
   * Encrypts with the current key.
   * @returns `enc:v1:<key id>:<base64 of nonce, tag and ciphertext>`
   * @throws EncryptionKeyError when there is no key
   */
  seal(secret: string, place: SecretPlace): string
  /**
   * @throws EncryptionKeyError when the key it was sealed with is not given
   * @throws SealedSecretError when it is not a sealed secret, was changed, or was sealed for another place
   */
  open(sealed: string, place: SecretPlace): string
  /** Whether it was sealed with an older key than the current one, so that it should be opened and sealed again. */
  isOutdated(sealed: string): boolean
}

const CIPHER = "aes-256-gcm"
/** NIST SP 800-38D: 96 bits are what GCM is made for; random ones are safe for 2^32 secrets a key. */
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SEALED = /^enc:v1:([A-Za-z0-9_.-]{1,32}):([A-Za-z0-9+/]+={0,2})$/

/**
 * Encrypts what is stored and must not be readable in the database: SMTP and mailbox passwords, DKIM private keys.
 * AES-256-GCM; place and key id are authenticated with it.
 * @param keys the first one seals, all of them open
 */
export function createSecretBox(keys: readonly EncryptionKey[]): SecretBox {
  const current = keys[0]
  const byId = new Map(keys.map((key) => [key.id, key]))

  return {
    seal(secret, place) {
      if (!current) {
        throw noKeyAtAll()
      }
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, current.secret, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(authenticated(current.id, place))
      const encrypted = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
      const body = Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
      return `enc:v1:${current.id}:${body.toString("base64")}`
    },

    open(sealed, place) {
      const { keyId, body } = parseSealed(sealed, place)
      const key = byId.get(keyId)
      if (!key) {
        throw missingKey(keyId)
      }
      try {
        const nonce = body.subarray(0, NONCE_BYTES)
        const decipher = createDecipheriv(CIPHER, key.secret, nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(authenticated(keyId, place))
        decipher.setAuthTag(body.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
        const opened = [decipher.update(body.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
        return Buffer.concat(opened).toString("utf8")
      } catch {
        // OpenSSL's own error says nothing more, and must not carry the ciphertext along as its cause.
        throw cannotOpen(keyId, place)
      }
    },

    isOutdated(sealed) {
      return current !== undefined && keyIdOf(sealed) !== current.id
    },
  }
}

/** The id of the key a secret was sealed with; null for text that is not a sealed secret. */
export function keyIdOf(sealed: string): string | null {
  return SEALED.exec(sealed)?.[1] ?? null
}

function parseSealed(sealed: string, place: SecretPlace): { keyId: string; body: Buffer } {
  const [, keyId, base64] = SEALED.exec(sealed) ?? []
  const body = Buffer.from(base64 ?? "", "base64")
  if (keyId === undefined || body.length < NONCE_BYTES + TAG_BYTES) {
    throw new SealedSecretError(
      "not-sealed",
      place,
      `What is stored in ${nameOf(place)} is not an encrypted secret (enc:v1:…). Enter the value again.`,
    )
  }
  return { keyId, body }
}

function cannotOpen(keyId: string, place: SecretPlace): SealedSecretError {
  return new SealedSecretError(
    "tampered",
    place,
    `What is stored in ${nameOf(place)} cannot be decrypted with the key "${keyId}": it was changed, or belongs ` +
      `to another place, or the key in the option encryptionKeys is another one. Enter the value again.`,
  )
}

const nameOf = ({ row, field }: SecretPlace) => `"${field}" of ${row}`

/** JSON, because no row id can then be mistaken for a part of a field's name. */
function authenticated(keyId: string, { row, field }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify(["order-mail", "v1", keyId, row, field]), "utf8")
}
