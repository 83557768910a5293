/** The bytes of a message, with header fields and a body as they are. */
export function message(fields: string[], body = ""): Buffer {
  return Buffer.from([...fields, "", body].join("\r\n"))
}

const HEADER = ["From: Shop <orders@shop.example>", "To: anna@example.com", "Subject: Probe", "MIME-Version: 1.0"]

/** A message with these parts, a text and an HTML one as a mail has them. */
export function messageOf(parts: { text?: string; html?: string }, fields: string[] = []): Buffer {
  const part = (type: string, content: string) => [
    `Content-Type: ${type}; charset=utf-8`,
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(content)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
  ]
  const { text, html } = parts
  if (text === undefined || html === undefined) {
    const single = html === undefined ? part("text/plain", text ?? "") : part("text/html", html)
    return Buffer.from([...HEADER, ...fields, ...single].join("\r\n"))
  }
  return Buffer.from(
    [
      ...HEADER,
      ...fields,
      'Content-Type: multipart/alternative; boundary="b"',
      "",
      "--b",
      ...part("text/plain", text),
      "--b",
      ...part("text/html", html),
      "--b--",
      "",
    ].join("\r\n"),
  )
}
