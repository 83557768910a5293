import type { DataSource } from "typeorm"
import type { CaseFacts } from "../dunning/case-facts"

/**
 * Remembers what orders are like, and that their plans are to be worked out anew. Drafts and orders older than the
 * installation are left out; of two readings the later one stays.
 */
export async function saveDunningFacts(
  dataSource: DataSource,
  cases: readonly CaseFacts[],
  readAt: Date,
): Promise<void> {
  if (cases.length === 0) return
  // In the order of their ids, as everybody locks them who locks several: nobody waits for each other.
  await dataSource.query(
    `INSERT INTO order_mail_dunning_case (order_id, order_number, shop_id, shop_name, customer_id, customer_name, email,
       currency_code, amount_open, placed_at, facts, read_at)
     SELECT "orderId", "orderNumber", "shopId", "shopName", "customerId", "customerName", email, "currencyCode", "open",
       "placedAt", jsonb_build_object('status', status, 'paid', paid, 'refunded', refunded, 'fulfilledAt', "fulfilledAt",
         'paymentProviderIds', "paymentProviderIds"), $2
     FROM jsonb_to_recordset($1::jsonb) AS read ("orderId" text, "orderNumber" text, "shopId" text, "shopName" text,
       "customerId" text, "customerName" text, email text, "currencyCode" text, "open" numeric, "placedAt" timestamptz,
       status text, paid text, refunded text, "fulfilledAt" text, "paymentProviderIds" jsonb)
     WHERE status <> 'draft' AND "placedAt" >= (SELECT installed_at FROM order_mail_installation)
     ORDER BY "orderId"
     ON CONFLICT (order_id) DO UPDATE SET
       order_number = EXCLUDED.order_number, shop_id = EXCLUDED.shop_id, shop_name = EXCLUDED.shop_name,
       customer_id = EXCLUDED.customer_id, customer_name = EXCLUDED.customer_name, email = EXCLUDED.email,
       currency_code = EXCLUDED.currency_code, amount_open = EXCLUDED.amount_open, placed_at = EXCLUDED.placed_at,
       facts = EXCLUDED.facts, read_at = EXCLUDED.read_at, planned_at = NULL
     WHERE order_mail_dunning_case.read_at <= EXCLUDED.read_at`,
    [JSON.stringify(cases), readAt],
  )
}
