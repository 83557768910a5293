import { httpJson } from "../../demo/parts/http-json"
import type { MessageDetail, MessageSummary, Rule } from "../../demo/parts/mail-inbox"
import { waitFor } from "../../demo/parts/wait-for"

/** The mail inbox of the tests' shop: what has arrived, and what it shall refuse. */
export interface TestInbox {
  /** Newest first. */
  messagesTo: (address: string) => Promise<MessageSummary[]>
  /** Waits until a mail for `address` is there. */
  waitForMessage: (address: string) => Promise<MessageDetail>
  /** The exact bytes as the server received them. */
  raw: (id: string) => Promise<Buffer>
  /** Makes the mail server answer differently; name the recipient, since other tests use the same server. */
  addRule: (rule: Rule) => Promise<{ id: string }>
  /** Lets the connections go on that a rule holds. */
  release: (ruleId: string) => Promise<void>
  removeRule: (ruleId: string) => Promise<void>
}

export function testInbox(url: string): TestInbox {
  const messagesTo = async (address: string) => {
    const messages = await httpJson<MessageSummary[]>(`${url}/api/messages`)
    return messages.filter(({ envelope }) => envelope.to.includes(address))
  }
  return {
    messagesTo,
    waitForMessage: async (address) => {
      const { id } = await waitFor(`a mail to ${address}`, async () => (await messagesTo(address))[0])
      return httpJson<MessageDetail>(`${url}/api/messages/${id}`)
    },
    raw: async (id) => Buffer.from(await (await fetch(`${url}/api/messages/${id}.eml`)).arrayBuffer()),
    addRule: (rule) => httpJson(`${url}/api/rules`, { method: "POST", body: rule }),
    release: async (ruleId) => {
      await httpJson(`${url}/api/rules/${ruleId}/release`, { method: "POST" })
    },
    removeRule: async (ruleId) => {
      await httpJson(`${url}/api/rules/${ruleId}`, { method: "DELETE" })
    },
  }
}
