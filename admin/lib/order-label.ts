import type { AdminOrderMail } from "../../src/api/types"

/** "#1042"; null for a mail that is about no order, or about several. */
export const orderLabel = ({ order_number }: Pick<AdminOrderMail, "order_number">): string | null =>
  order_number === null ? null : `#${order_number}`
