import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** One message as the server accepted it. */
export interface StoredMessage {
  /** Counts up from "000001" in the order of arrival. */
  id: string
  /** ISO 8601, UTC. */
  received_at: string
  /** SMTP's own sender and recipients (RFC 5321), which may differ from the header's. */
  envelope: { from: string; to: string[] }
  raw: Buffer
}

/** Keeps messages in memory, and in `folder` too when there is one, as <id>.eml beside <id>.json with the envelope. */
export class MessageStore {
  private messages: StoredMessage[] = []
  private count = 0

  constructor(private readonly folder?: string) {
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .sort()) {
      const about = JSON.parse(readFileSync(join(folder, file), "utf8")) as Omit<StoredMessage, "raw">
      this.messages.push({ ...about, raw: readFileSync(join(folder, `${about.id}.eml`)) })
      this.count = Number(about.id)
    }
  }

  add(envelope: StoredMessage["envelope"], raw: Buffer): StoredMessage {
    const id = String(++this.count).padStart(6, "0")
    const message = { id, received_at: new Date().toISOString(), envelope, raw }
    if (this.folder) {
      const { raw: bytes, ...about } = message
      writeFileSync(join(this.folder, `${id}.eml`), bytes)
      writeFileSync(join(this.folder, `${id}.json`), JSON.stringify(about))
    }
    this.messages.push(message)
    return message
  }

  /** Oldest first. */
  list(): readonly StoredMessage[] {
    return this.messages
  }

  find(id: string): StoredMessage | undefined {
    return this.messages.find((message) => message.id === id)
  }

  clear(): void {
    if (this.folder) {
      for (const { id } of this.messages) {
        rmSync(join(this.folder, `${id}.json`))
        rmSync(join(this.folder, `${id}.eml`))
      }
    }
    this.messages = []
  }
}
