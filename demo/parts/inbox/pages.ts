import type { MessageDetail, MessageSummary } from "./read-message"

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 0 auto; max-width: 62rem; padding: 1.5rem }
  h1 { font-size: 1.3rem } a { color: inherit }
  table { border-collapse: collapse; width: 100% } th { text-align: left; font-weight: 600 }
  th, td { padding: .45rem .6rem .45rem 0; border-bottom: 1px solid #8884; vertical-align: top }
  td.time { white-space: nowrap; color: #777 } pre { white-space: pre-wrap; overflow-wrap: anywhere }
  iframe { width: 100%; height: 48rem; border: 1px solid #8884; border-radius: .5rem; background: #fff }
  summary { cursor: pointer; margin: .8rem 0; font-weight: 600 } .empty { color: #777 }`

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`

/** The list of all mails, newest first; looks for new ones every two seconds. */
export function listPage(messages: MessageSummary[]): string {
  const rows = messages.map(
    ({ id, received_at, from, envelope, subject }) => `<tr><td class="time">${clock(received_at)}</td>
      <td>${escaped(from ?? envelope.from)}</td><td>${escaped(envelope.to.join(", "))}</td>
      <td><a href="/messages/${id}">${escaped(subject ?? "(no subject)")}</a></td></tr>`,
  )
  const table = `<table><tr><th>Received</th><th>From</th><th>To</th><th>Subject</th></tr>${rows.join("")}</table>`
  return page(
    `Inbox (${messages.length})`,
    `<h1>Inbox</h1><p>Every mail the shop sends ends here, whoever it is for. Write to <code>refuse-550@…</code>,
     <code>full-552@…</code> or <code>defer-451@…</code> to see a mail refused.</p>
     ${messages.length ? table : '<p class="empty">No mail yet.</p>'}
     <script>setInterval(async () => {
       const found = await (await fetch("/api/messages")).json()
       if (found.length !== ${messages.length}) location.reload()
     }, 2000)</script>`,
  )
}

/** One mail: its HTML in a frame that may run and send nothing, its text, headers and source. */
export function messagePage(message: MessageDetail): string {
  const facts = [
    ["From", message.from],
    ["To", message.to.join(", ")],
    ["Reply-To", message.reply_to],
    ["Envelope", `${message.envelope.from || "<>"} → ${message.envelope.to.join(", ")}`],
    ["Received", message.received_at],
  ]
  const rows = facts.map(([name, value]) => `<tr><th>${name ?? ""}</th><td>${escaped(value ?? "–")}</td></tr>`)
  const headers = message.headers.map(({ name, value }) => `${name}: ${value}`).join("\n")
  return page(
    message.subject ?? "(no subject)",
    `<p><a href="/">← Inbox</a> · <a href="/api/messages/${message.id}.eml">Download (.eml)</a></p>
     <h1>${escaped(message.subject ?? "(no subject)")}</h1><table>${rows.join("")}</table>
     <details open><summary>HTML</summary>${frame(message.html)}</details>
     <details><summary>Text</summary><pre>${escaped(message.text ?? "This mail has no text part.")}</pre></details>
     <details><summary>Headers</summary><pre>${escaped(headers)}</pre></details>`,
  )
}

function frame(html: string | null): string {
  if (html === null) return '<p class="empty">This mail has no HTML part.</p>'
  return `<iframe sandbox="" referrerpolicy="no-referrer" title="The mail" srcdoc="${escaped(html)}"></iframe>`
}

const clock = (iso: string) =>
  escaped(new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" }))

function escaped(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
