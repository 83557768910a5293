import { createHash } from "node:crypto"
import { promisify } from "node:util"
import { gunzip, gzip } from "node:zlib"

const zip = promisify(gzip)
const unzip = promisify(gunzip)

/** Of the default level's gain on a mail all but a tenth, for half its time. */
const LEVEL = 3

/** Most mails unpack into one chunk of this size; the default takes three times as many steps. */
const CHUNK_BYTES = 64 * 1024

/** A message as `order_mail_content` keeps it. */
export interface PackedMessage {
  gzip: Buffer
  /** Of the message before compression, hexadecimal. */
  sha256: string
  sizeBytes: number
}

export async function packMessage(content: Buffer): Promise<PackedMessage> {
  return {
    gzip: await zip(content, { level: LEVEL }),
    sha256: createHash("sha256").update(content).digest("hex"),
    sizeBytes: content.length,
  }
}

/** @returns null when it is gone or damaged */
export async function unpackMessage(message: Buffer | null): Promise<Buffer | null> {
  return message && unzip(message, { chunkSize: CHUNK_BYTES }).catch(() => null)
}
