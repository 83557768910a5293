import type { DataSource } from "typeorm"
import { MERCHANT_MAILS, type NoticeToMake } from "../../../kinds/merchant-notice"

/**
 * Notes what the merchant is to be told about. What has the same key is noted once.
 * @returns whether this call noted it
 */
export async function noteMerchantNotice(
  dataSource: Pick<DataSource, "query">,
  { shop_id, notice, order_id, order_mail_id, facts, dedupe_key }: NoticeToMake,
): Promise<boolean> {
  const rows = await dataSource.query<{ id: string }[]>(
    `INSERT INTO order_mail_notice (shop_id, notice, order_id, order_mail_id, facts, dedupe_key)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (dedupe_key) DO NOTHING
     RETURNING id`,
    [shop_id, notice, order_id, order_mail_id, JSON.stringify(facts), dedupe_key],
  )
  return rows.length === 1
}

/**
 * SQL that notes what became of mails to customers, to be part of the statement that writes it: neither is there without
 * the other. A mail to the merchant is passed over, for a notice about a notice would have no end.
 *
 * @param mails a row set with the columns of `order_mail`
 */
export const noticesOfMails = (notice: "mail-failed" | "mail-bounced" | "mail-complained", mails: string): string => `
  INSERT INTO order_mail_notice (shop_id, notice, order_id, order_mail_id, facts, dedupe_key)
  SELECT shop_id, '${notice}', order_id, id,
    jsonb_strip_nulls(jsonb_build_object('order_number', order_number, 'customer_name', recipient_name,
      'recipient', recipient, 'mail_kind', kind, 'reason', state_reason, 'detail', state_detail)),
    '${notice}:' || id
  FROM ${mails}
  WHERE state = '${STATES[notice]}' AND kind NOT IN (${MERCHANT_MAILS.map((kind) => `'${kind}'`).join(", ")})
  ON CONFLICT (dedupe_key) DO NOTHING`

const STATES = { "mail-failed": "failed", "mail-bounced": "bounced", "mail-complained": "complained" } as const
