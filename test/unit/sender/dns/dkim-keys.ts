import { generateKeyPairSync } from "node:crypto"

function rsaPublicKey() {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  return {
    /** As it stands after `p=`. */
    spki: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    pkcs1: publicKey.export({ type: "pkcs1", format: "der" }).toString("base64"),
  }
}

export const OUR_KEY = rsaPublicKey()
export const OTHER_KEY = rsaPublicKey()
