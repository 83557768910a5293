import { Column, Entity, PrimaryColumn } from "typeorm"
import type { DomainCheck } from "../../../sender/dns/check-domain"
import type { StoredKeyRing } from "../stored-key-ring"

/** A domain mails are sent for: its DKIM keys and what DNS last said about it. */
@Entity("order_mail_domain")
export class OrderMailDomain {
  /** A-labels, lower case. */
  @PrimaryColumn("text") domain: string
  /** Private keys in it are sealed. */
  @Column("jsonb") key_ring: StoredKeyRing
  /** Everything DNS said at the last check. */
  @Column("jsonb", { nullable: true }) last_check: DomainCheck | null
  /** The last check in which nothing needed was left unanswered; it decides the identity. */
  @Column("jsonb", { nullable: true }) last_definite_check: DomainCheck | null
  /** How many definite checks in a row said no. */
  @Column("integer") noes: number
  @Column("timestamptz", { nullable: true }) checked_at: Date | null
  @Column("timestamptz") updated_at: Date
}
