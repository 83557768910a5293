import { generateKeyPair } from "node:crypto"
import { promisify } from "node:util"

export interface DkimKeyPair {
  /** PKCS #8 in PEM; a secret. */
  privateKey: string
  /** SubjectPublicKeyInfo in DER as base64: the `p=` of the DNS record. */
  publicKey: string
}

/** RFC 8301 (3.2): at least 1024, should be 2048; larger keys do not fit one TXT string and not every verifier. */
const MODULUS_BITS = 2048

const generate = promisify(generateKeyPair)

/** Makes an RSA key pair for DKIM. Takes some hundred milliseconds on another thread. */
export async function generateDkimKeyPair(): Promise<DkimKeyPair> {
  const { privateKey, publicKey } = await generate("rsa", {
    modulusLength: MODULUS_BITS,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  })
  return { privateKey, publicKey: publicKey.toString("base64") }
}
