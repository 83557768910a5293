import { Column, CreateDateColumn, Entity, PrimaryColumn } from "typeorm"
import type { MerchantNotice, NoticeFacts } from "../../../kinds/merchant-notice"

/** Something the merchant is to be told about, or was. */
@Entity("order_mail_notice")
export class OrderMailNotice {
  /** A bigint, which pg hands over as a string. */
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" }) id: string
  /** When it was noted. */
  @CreateDateColumn({ type: "timestamptz" }) at: Date
  /** Sales channel; null: the store. */
  @Column("text", { nullable: true }) shop_id: string | null
  @Column("text") notice: MerchantNotice
  @Column("text", { nullable: true }) order_id: string | null
  @Column("text", { nullable: true }) order_mail_id: string | null
  /** As they were when it happened. */
  @Column("jsonb") facts: NoticeFacts
  /** What happened once is noted once, however often its event arrives. */
  @Column("text", { unique: true }) dedupe_key: string
  /** When it was put into mails, or found not to be wanted. */
  @Column("timestamptz", { nullable: true }) settled_at: Date | null
  /** Ids of the mails that tell of it, one a recipient; none when nobody wants to be told. */
  @Column("text", { array: true }) told_in: string[]
}
