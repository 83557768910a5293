export interface ReadMessage {
  /** Inline images stand in it as data: addresses, because a sandboxed frame cannot ask for cid: ones. */
  html: string
  text: string
  headers: { name: string; value: string }[]
}

/** Reads one of our own messages back for the preview. */
export async function readMessage(message: Buffer): Promise<ReadMessage> {
  // postal-mime's types say it is an ES module only, so it is imported as one.
  const { default: PostalMime } = await import("postal-mime")
  const email = await PostalMime.parse(message, { attachmentEncoding: "base64" })
  let html = email.html ?? ""
  for (const { contentId, mimeType, content } of email.attachments) {
    if (!contentId || typeof content !== "string") continue
    html = html.replaceAll(`cid:${contentId.replace(/^<|>$/g, "")}`, `data:${mimeType};base64,${content}`)
  }
  return {
    html,
    text: email.text ?? "",
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  }
}
