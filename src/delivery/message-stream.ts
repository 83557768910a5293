import { Readable } from "node:stream"

/** A large mail is handed over in pieces, so that its end is reached only when most of it has left. */
const PIECE_BYTES = 64 * 1024

export interface MessageStreamOptions {
  /** Asked when the connection begins to read, that is after the server said 354; an error ends the transaction. */
  mayBegin?: () => Error | null
  /** The connection has read the last byte, so the final dot follows or has been written. */
  onRead: () => void
}

/** The message as nodemailer's connection reads it. */
export function messageStream(content: Buffer, { mayBegin, onRead }: MessageStreamOptions): Readable {
  let offset = 0
  const stream = new Readable({
    read() {
      const refusal = offset === 0 ? mayBegin?.() : null
      if (refusal) {
        this.destroy(refusal)
        return
      }
      const piece = content.subarray(offset, offset + PIECE_BYTES)
      offset += piece.length
      this.push(piece.length > 0 ? piece : null)
    },
  })
  return stream.once("end", onRead)
}
