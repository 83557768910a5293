import type { MerchantDesk } from "../../modules/order-mail/merchant-desk"
import type { OrderFacts } from "../../kinds/order-facts"
import { noticeOfNews, type OrderNews, type OrderWithNews } from "./order-news"

/** An order whose news could not be noted just now. */
export interface OrderNotNoted {
  id: string
  error: unknown
}

/**
 * Notes what is new about orders, for merchants who want to be told of it. Of an order with nothing new that is wanted
 * nothing is read, and one that cannot be read keeps none of the others from being noted.
 *
 * @param readFacts reads an order as it is now
 * @returns how many notices were made
 */
export async function noteOrderNews(
  merchant: Pick<MerchantDesk, "findNoted" | "note" | "wants">,
  orders: readonly OrderWithNews[],
  readFacts: (orderId: string) => Promise<OrderFacts>,
): Promise<{ noted: number; left: OrderNotNoted[] }> {
  const known = await merchant.findNoted(orders.flatMap(({ news }) => news.map(({ dedupe_key }) => dedupe_key)))
  const left: OrderNotNoted[] = []
  let noted = 0
  for (const order of orders) {
    try {
      const wanted: OrderNews[] = []
      for (const one of order.news)
        if (!known.has(one.dedupe_key) && (await merchant.wants(order.shop_id, one.notice))) wanted.push(one)
      if (wanted.length === 0) continue
      const facts = await readFacts(order.id)
      for (const one of wanted) if (await merchant.note(noticeOfNews(order, one, facts))) noted++
    } catch (error) {
      left.push({ id: order.id, error })
    }
  }
  return { noted, left }
}
