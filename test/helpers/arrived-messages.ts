import type { ShopClient } from "./shop"

/**
 * The messages of a mail, as it is written now, that arrived at an address: as received, but for the soft line breaks of
 * quoted-printable (RFC 2045, 6.7), which may stand within an amount.
 */
export async function arrivedMessages(shop: ShopClient, email: string, mailId: string): Promise<string[]> {
  const { subject } = await shop.mail(mailId)
  const messages = (await shop.inbox.messagesTo(email)).filter((message) => message.subject === subject)
  const raw = await Promise.all(messages.map(({ id }) => shop.inbox.raw(id)))
  return raw.map((bytes) => {
    // A header may end in an equals sign that means itself.
    const [head = "", ...body] = bytes.toString().split("\r\n\r\n")
    return [head, ...body.map((part) => part.replaceAll("=\r\n", ""))].join("\r\n\r\n")
  })
}
