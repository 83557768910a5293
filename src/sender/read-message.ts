import { withPictures } from "../rendering/inline-pictures"

export interface ReadMessage {
  /** Inline images stand in it as data: addresses, because a sandboxed frame cannot ask for cid: ones. */
  html: string
  text: string
  headers: { name: string; value: string }[]
}

/** Reads one of our own messages back for the preview. */
export async function readMessage(message: Buffer): Promise<ReadMessage> {
  // postal-mime's types say it is an ES module only, so it is imported as one.
  const { default: PostalMime, decodeWords } = await import("postal-mime")
  const email = await PostalMime.parse(message, { attachmentEncoding: "base64" })
  const pictures = email.attachments.flatMap(({ contentId, mimeType, content }) =>
    contentId && typeof content === "string"
      ? [{ cid: contentId.replace(/^<|>$/g, ""), contentType: mimeType, base64: content }]
      : [],
  )
  const html = withPictures(email.html ?? "", pictures)
  const headers = headerFields(message).map(({ name, value }) => ({ name, value: decodeWords(value) }))
  return { html, text: email.text ?? "", headers }
}

/** The header fields in their order, unfolded (RFC 5322, 2.2.3), names as written; postal-mime lower-cases them. */
function headerFields(message: Buffer): { name: string; value: string }[] {
  const section = message.toString("utf8", 0, message.indexOf("\r\n\r\n"))
  const lines = section.replace(/\r\n(?=[ \t])/g, "").split("\r\n")
  return lines.map((line) => {
    const colon = line.indexOf(":")
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() }
  })
}
