import { MERCHANT_MAILS } from "../../../kinds/merchant-notice"

const TO_MERCHANT = `(${MERCHANT_MAILS.map((kind) => `'${kind}'`).join(", ")})`

/**
 * SQL for "this mail needs the merchant": failed, held, bounced or complained about, and not sent again since. One that waits
 * for approval is as it should be. One to the merchant cannot be sent again; it is settled when a later one got through.
 */
export const needsAttention = (mail: string): string =>
  `(${mail}.state IN ('failed', 'held', 'bounced', 'complained')
    AND ${mail}.state_reason IS DISTINCT FROM 'awaiting-approval'
    AND NOT EXISTS (SELECT 1 FROM order_mail again WHERE again.resend_of = ${mail}.id)
    AND NOT (${mail}.kind IN ${TO_MERCHANT} AND EXISTS (SELECT 1 FROM order_mail later
      WHERE later.kind IN ${TO_MERCHANT} AND later.shop_id IS NOT DISTINCT FROM ${mail}.shop_id
        AND later.created_at > ${mail}.created_at AND later.state = 'sent')))`
