import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { listPage, messagePage } from "./pages"
import { readMessage, summarise } from "./read-message"
import type { Rule, Rules } from "./rules"
import type { MessageStore } from "./store"

/**
 * The inbox in a browser, and as JSON for programs:
 *
 * - GET `/api/messages`: {@link MessageSummary} of every mail, newest first; DELETE: forget them
 * - GET `/api/messages/<id>`: {@link MessageDetail}; GET `/api/messages/<id>.eml`: the exact bytes
 * - GET, POST, DELETE `/api/rules`: the {@link Rule}s of the mail server; DELETE `/api/rules/<id>`: one of them
 * - POST `/api/rules/<id>/release`: let go on what that rule holds
 */
export async function startInboxWeb(
  port: number,
  store: MessageStore,
  rules: Rules,
): Promise<{ stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    respond(request, store, rules).then(
      (answer) => {
        send(response, answer)
      },
      (error: unknown) => {
        send(response, { status: 500, json: { message: error instanceof Error ? error.message : String(error) } })
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

interface WebAnswer {
  status?: number
  json?: unknown
  html?: string
  eml?: Buffer
}

const NOT_FOUND: WebAnswer = { status: 404, json: { message: "There is nothing here." } }

async function respond(request: IncomingMessage, store: MessageStore, rules: Rules): Promise<WebAnswer> {
  const [first, second, third, fourth] = new URL(request.url ?? "/", "http://inbox").pathname.split("/").filter(Boolean)
  if (!first) return { html: listPage(await summaries(store)) }
  if (first === "messages" && second) {
    const message = store.find(second)
    return message ? { html: messagePage(await readMessage(message)) } : NOT_FOUND
  }
  if (first !== "api") return NOT_FOUND
  if (second === "messages") return messages(request.method, third, store)
  if (second === "rules") return changeRules(request, third, fourth, rules)
  return NOT_FOUND
}

async function messages(method: string | undefined, name: string | undefined, store: MessageStore): Promise<WebAnswer> {
  if (!name && method === "DELETE") {
    store.clear()
    return { json: [] }
  }
  if (!name) return { json: await summaries(store) }
  const message = store.find(name.replace(/\.eml$/, ""))
  if (!message) return NOT_FOUND
  return name.endsWith(".eml") ? { eml: message.raw } : { json: await readMessage(message) }
}

async function changeRules(request: IncomingMessage, id: string | undefined, action: string | undefined, rules: Rules) {
  if (request.method === "POST" && !id) return { json: rules.add((await bodyOf(request)) as Rule) }
  if (request.method === "POST" && id && action === "release") rules.release(id)
  if (request.method === "DELETE") rules.remove(id)
  return { json: rules.list() }
}

async function summaries(store: MessageStore) {
  return Promise.all([...store.list()].reverse().map(summarise))
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString("utf8"))
}

function send(response: ServerResponse, { status = 200, json, html, eml }: WebAnswer): void {
  if (eml)
    response.writeHead(status, { "content-type": "message/rfc822", "content-disposition": "attachment" }).end(eml)
  else if (html !== undefined) response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(html)
  else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json))
}
