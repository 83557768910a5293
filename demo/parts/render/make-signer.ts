import { createPublicKey } from "node:crypto"
import { readFile } from "node:fs/promises"
import { dkimDnsRecord, type DkimDnsRecord } from "../../../src/sender/dkim/dns-record"
import { generateDkimKeyPair } from "../../../src/sender/dkim/key-pair"
import { readDkimPrivateKey, type DkimSigner } from "../../../src/sender/dkim/sign-message"
import { ArgumentError, type Signing } from "./arguments"

export interface SignerWithRecord {
  signer: DkimSigner
  /** What must stand in DNS for the signature to pass. */
  record: DkimDnsRecord
}

/**
 * The key to sign for a domain with, and the record that publishes it; null where nothing is to be signed.
 *
 * @param domain A-labels
 * @throws ArgumentError that names `--dkim-key`, when the file holds no key that can sign
 */
export async function makeSigner(signing: Signing, domain: string, now: Date): Promise<SignerWithRecord | null> {
  if (signing.with === "nothing") return null
  const { selector } = signing
  const privateKey =
    signing.with === "own-key"
      ? await readKeyFile(signing.file)
      : readDkimPrivateKey((await generateDkimKeyPair()).privateKey)
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64")
  return {
    signer: { domain, selector, privateKey, signedAt: now },
    record: dkimDnsRecord(selector, domain, publicKey),
  }
}

async function readKeyFile(file: string) {
  try {
    return readDkimPrivateKey(await readFile(file, "utf8"))
  } catch (error) {
    throw new ArgumentError(`--dkim-key: ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
