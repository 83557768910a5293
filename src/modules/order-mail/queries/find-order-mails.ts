import { Brackets, type DataSource, type SelectQueryBuilder } from "typeorm"
import { MERCHANT_MAILS } from "../../../kinds/merchant-notice"
import type { MailState } from "../../../kinds/state-reasons"
import { OrderMail } from "../entities/order-mail.entity"
import { dropSettledSuggestions } from "./drop-settled-suggestions"
import { needsAttention } from "./needs-attention"

export interface OrderMailFilters {
  id?: string | string[]
  order_id?: string | string[]
  state?: MailState | MailState[]
  kind?: string | string[]
  shop_id?: string | string[]
  created_at?: Partial<Record<keyof typeof COMPARISONS, Date | string>>
  /** Whether the mail needs the merchant, see {@link needsAttention}. */
  attention?: boolean
  /** Part of the recipient or the subject, or an order number. */
  q?: string
}

export interface OrderMailPage {
  take?: number
  skip?: number
  order?: Partial<Record<SortableColumn, "ASC" | "DESC">>
}

/** Medusa's operators for dates, and SQL's. */
const COMPARISONS = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" } as const
const FILTER_COLUMNS = ["id", "order_id", "state", "kind", "shop_id"] as const
const SORTABLE_COLUMNS = ["created_at", "updated_at", "order_number", "recipient", "state", "kind", "subject"] as const
type SortableColumn = (typeof SORTABLE_COLUMNS)[number]

/**
 * Mails that match, newest first unless the page says otherwise, and how many there are in all. Their suggestions are
 * those still open, see {@link dropSettledSuggestions}. An order's mails are those to its customer: what the merchant was
 * told of it stands in the list of all mails, and here only where a filter names its kind.
 */
export async function findOrderMails(
  dataSource: DataSource,
  filters: OrderMailFilters,
  page: OrderMailPage,
): Promise<[OrderMail[], number]> {
  const query = dataSource.getRepository(OrderMail).createQueryBuilder("mail")
  for (const column of FILTER_COLUMNS) {
    const wanted = filters[column]
    if (wanted !== undefined) query.andWhere(`mail.${column} IN (:...${column})`, { [column]: listOf(wanted) })
  }
  if (filters.order_id !== undefined && filters.kind === undefined)
    query.andWhere("mail.kind NOT IN (:...merchantMails)", { merchantMails: MERCHANT_MAILS })
  for (const [operator, instant] of Object.entries(filters.created_at ?? {})) {
    const comparison = COMPARISONS[operator as keyof typeof COMPARISONS]
    const name = operator.replace("$", "")
    if (comparison && instant) query.andWhere(`mail.created_at ${comparison} :${name}`, { [name]: instant })
  }
  if (filters.attention !== undefined) {
    query.andWhere(filters.attention ? needsAttention("mail") : `NOT ${needsAttention("mail")}`)
  }
  if (filters.q) search(query, filters.q)
  const order = Object.entries(page.order ?? {}).filter(([column]) =>
    SORTABLE_COLUMNS.includes(column as SortableColumn),
  )
  for (const [column, direction] of order) query.addOrderBy(`mail.${column}`, direction)
  if (!order.some(([column]) => column === "created_at")) query.addOrderBy("mail.created_at", "DESC")
  // The id settles ties, so that no row is shown on two pages.
  const [mails, count] = await query.addOrderBy("mail.id", "DESC").take(page.take).skip(page.skip).getManyAndCount()
  return [await dropSettledSuggestions(dataSource, mails), count]
}

function search(query: SelectQueryBuilder<OrderMail>, words: string): void {
  const text = words.trim().replace(/^#/, "")
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`
  query.andWhere(
    new Brackets((any) =>
      any
        .where("mail.order_number = :text", { text })
        .orWhere("mail.recipient ILIKE :pattern", { pattern })
        .orWhere("mail.subject ILIKE :pattern", { pattern }),
    ),
  )
}

/** An empty list matches nothing: `IN ()` is not SQL, and "no filter" would show every customer's mails. */
function listOf(wanted: string | string[]): string[] {
  const list = Array.isArray(wanted) ? wanted : [wanted]
  return list.length > 0 ? list : [""]
}
