import type { Address, Email, PostalMimeOptions } from "postal-mime" with { "resolution-mode": "import" }
import type { StoredMessage } from "./store"

/** What the list shows of a message; addresses as "Name <address>". */
export interface MessageSummary {
  id: string
  received_at: string
  envelope: StoredMessage["envelope"]
  from: string | null
  to: string[]
  reply_to: string | null
  subject: string | null
  message_id: string | null
}

export interface MessageDetail extends MessageSummary {
  text: string | null
  /** Inline images are put in as data: addresses, so that a sandboxed frame shows them. */
  html: string | null
  headers: { name: string; value: string }[]
  attachments: { filename: string | null; mime_type: string; content_id: string | null }[]
}

export async function summarise(message: StoredMessage): Promise<MessageSummary> {
  return summaryOf(message, await parse(message.raw))
}

export async function readMessage(message: StoredMessage): Promise<MessageDetail> {
  const mail = await parse(message.raw, { attachmentEncoding: "base64" })
  return {
    ...summaryOf(message, mail),
    text: mail.text ?? null,
    html: mail.html ? withInlineImages(mail.html, mail) : null,
    headers: mail.headers.map(({ key, value }) => ({ name: key, value })),
    attachments: mail.attachments.map(({ filename, mimeType, contentId }) => ({
      filename,
      mime_type: mimeType,
      content_id: contentId ?? null,
    })),
  }
}

/** postal-mime is an ES module and this file is compiled to CommonJS, hence the dynamic import. */
async function parse(raw: Buffer, options?: PostalMimeOptions): Promise<Email> {
  const { default: PostalMime } = await import("postal-mime")
  return PostalMime.parse(raw, options)
}

function summaryOf(message: StoredMessage, mail: Email): MessageSummary {
  return {
    id: message.id,
    received_at: message.received_at,
    envelope: message.envelope,
    from: mail.from ? written(mail.from) : null,
    to: (mail.to ?? []).map(written),
    reply_to: mail.replyTo?.[0] ? written(mail.replyTo[0]) : null,
    subject: mail.subject ?? null,
    message_id: mail.messageId ?? null,
  }
}

function written({ name, address }: Address): string {
  return name ? `${name} <${address ?? ""}>` : (address ?? "")
}

function withInlineImages(html: string, mail: Email): string {
  return mail.attachments.reduce((result, { contentId, mimeType, content }) => {
    const id = contentId?.replace(/^<|>$/g, "")
    return id && typeof content === "string"
      ? result.replaceAll(`cid:${id}`, `data:${mimeType};base64,${content}`)
      : result
  }, html)
}
