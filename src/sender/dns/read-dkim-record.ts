import { createPublicKey, type KeyObject } from "node:crypto"
import { readTags } from "./tag-list"

/**
 * What the text of a record at our selector says (RFC 6376, 3.6.1). One in test mode (`t=y`) counts: verifiers treat it
 * like any other when the signature is good.
 *
 * @param publicKey ours: base64 of the SubjectPublicKeyInfo
 * @throws Error when ours is not a public key
 */
export function readDkimRecord(text: string, publicKey: string): "our-key" | "other-key" | "revoked" | "invalid" {
  const tags = readTags(text)
  const p = tags?.get("p")
  if (!tags || p === undefined) return "invalid"
  // v= is optional, but says DKIM1 and comes first where it is there.
  if (tags.has("v") && ([...tags.keys()][0] !== "v" || tags.get("v") !== "DKIM1")) return "invalid"
  if ((tags.get("k") ?? "rsa") !== "rsa") return "invalid"
  if (!listed(tags.get("h"), ["sha256"])) return "invalid"
  if (!listed(tags.get("s"), ["*", "email"])) return "invalid"
  if (p === "") return "revoked"
  const ours = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" })
  const published = readPublishedKey(p.replace(/\s/g, ""))
  if (!published) return "invalid"
  return published.equals(ours) ? "our-key" : "other-key"
}

/** A tag with a colon-separated list allows everything when it is missing. */
function listed(tag: string | undefined, oneOf: string[]): boolean {
  return tag === undefined || tag.split(":").some((entry) => oneOf.includes(entry.trim()))
}

/** RFC 6376 asks for RSAPublicKey (PKCS #1) and everybody publishes SubjectPublicKeyInfo: verifiers take both. */
function readPublishedKey(p: string): KeyObject | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(p)) return null
  const key = Buffer.from(p, "base64")
  for (const type of ["spki", "pkcs1"] as const) {
    try {
      return createPublicKey({ key, format: "der", type })
    } catch {
      // Not in this form.
    }
  }
  return null
}
