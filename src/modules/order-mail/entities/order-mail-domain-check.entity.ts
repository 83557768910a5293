import { Column, Entity, PrimaryColumn } from "typeorm"
import type { DomainCheck } from "../../../sender/dns/check-domain"

/** What DNS last said about sending for a domain in one way. */
@Entity("order_mail_domain_check")
export class OrderMailDomainCheck {
  @PrimaryColumn("text") domain: string
  /** Key of a {@link SenderQuestion}: through which hosts, signed by whom. */
  @PrimaryColumn("text") question: string
  /** Everything DNS said at the last check. */
  @Column("jsonb", { nullable: true }) last_check: DomainCheck | null
  /** The last check in which nothing needed was left unanswered; it decides the identity. */
  @Column("jsonb", { nullable: true }) last_definite_check: DomainCheck | null
  /** How many definite checks in a row said no. */
  @Column("integer") noes: number
  @Column("timestamptz", { nullable: true }) checked_at: Date | null
}
