/** SQL for "this mail needs the merchant": failed, held, bounced or complained about, and not sent again since. */
export const needsAttention = (mail: string): string =>
  `(${mail}.state IN ('failed', 'held', 'bounced', 'complained')
    AND NOT EXISTS (SELECT 1 FROM order_mail again WHERE again.resend_of = ${mail}.id))`
