import type { OrderMail } from "./entities/order-mail.entity"

/** A mail as lists give it. */
export interface ListedMail extends Omit<
  OrderMail,
  | "idempotency_key"
  | "return_path"
  | "mail_server"
  | "lease_token"
  | "lease_expires_at"
  | "first_attempt_at"
  | "archive_address"
  | "occasion"
  | "basis"
> {
  /** A blind copy goes to the shop's archive. */
  archive_copy: boolean
}

/**
 * Leaves out what only delivery needs: the lease and its token, the idempotency key, the mail server, and the return
 * path, whose signature makes a forged bounce look real. The archive's address is for those who manage settings.
 */
export function toListedMail(mail: OrderMail): ListedMail {
  const {
    idempotency_key,
    return_path,
    mail_server,
    lease_token,
    lease_expires_at,
    first_attempt_at,
    archive_address,
    occasion,
    basis,
    ...listed
  } = mail
  return { ...listed, archive_copy: archive_address !== null }
}
