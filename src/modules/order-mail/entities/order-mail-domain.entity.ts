import { Column, Entity, PrimaryColumn } from "typeorm"
import type { StoredKeyRing } from "../stored-key-ring"

/** A domain mails are sent for, with its DKIM keys; all shops that send for it share them. */
@Entity("order_mail_domain")
export class OrderMailDomain {
  /** A-labels, lower case. */
  @PrimaryColumn("text") domain: string
  /** Private keys in it are sealed. */
  @Column("jsonb") key_ring: StoredKeyRing
  @Column("timestamptz") updated_at: Date
}
