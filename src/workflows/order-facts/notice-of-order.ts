import { customerName } from "../../kinds/customer-name"
import type { NoticeFacts } from "../../kinds/merchant-notice"
import type { OrderFacts } from "../../kinds/order-facts"

/** What every notice about an order says of it. */
export function noticeOfOrder(facts: OrderFacts): NoticeFacts {
  const name = customerName(facts)
  return {
    order_number: facts.number,
    ...(name === null ? {} : { customer_name: name }),
    ...(facts.email === null ? {} : { customer_address: facts.email }),
    currency_code: facts.currency_code,
  }
}
