import type { EntityManager } from "typeorm"
import type { MerchantNotice } from "../../../kinds/merchant-notice"
import type { PendingNotice } from "../../../sender/plan-merchant-mails"

/** A transaction's worth; what is left is taken by the next run. */
const BATCH = 1_000

/**
 * Takes what was noted for a shop and not told yet, oldest first, until the transaction ends; what another process has
 * taken is passed over.
 * @param shopId null: the store
 */
export async function takePendingNotices(
  manager: EntityManager,
  shopId: string | null,
  notices: readonly MerchantNotice[],
): Promise<PendingNotice[]> {
  if (notices.length === 0) return []
  return manager.query<PendingNotice[]>(
    `SELECT id, at, notice, order_id, facts FROM order_mail_notice
     WHERE settled_at IS NULL AND shop_id IS NOT DISTINCT FROM $1 AND notice = ANY($2)
     ORDER BY id
     LIMIT $3
     FOR UPDATE SKIP LOCKED`,
    [shopId, notices, BATCH],
  )
}

/**
 * Notes in which mails the merchant is told; none where nobody wants to be. What customers are called is then of no use
 * any more.
 */
export async function settleNotices(
  manager: EntityManager,
  notices: readonly PendingNotice[],
  mailIds: readonly string[],
): Promise<void> {
  if (notices.length === 0) return
  await manager.query(
    "UPDATE order_mail_notice SET settled_at = now(), told_in = $2, facts = '{}' WHERE id = ANY($1::bigint[])",
    [notices.map(({ id }) => id), mailIds],
  )
}
