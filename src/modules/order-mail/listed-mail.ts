import type { OrderMail } from "./entities/order-mail.entity"

/** A mail as lists give it. */
export type ListedMail = Omit<
  OrderMail,
  "idempotency_key" | "return_path" | "mail_server" | "lease_token" | "lease_expires_at" | "first_attempt_at"
>

/**
 * Leaves out what only delivery needs: the lease and its token, the idempotency key, the mail server, and the return
 * path, whose signature makes a forged bounce look real.
 */
export function toListedMail(mail: OrderMail): ListedMail {
  const { idempotency_key, return_path, mail_server, lease_token, lease_expires_at, first_attempt_at, ...listed } = mail
  return listed
}
