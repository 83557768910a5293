import { Column, Entity, PrimaryColumn } from "typeorm"

/** What is set in one section of the settings at one level: for the store, or for a shop. */
@Entity("order_mail_shop")
export class OrderMailShop {
  /** A sales channel, or the level of the store. */
  @PrimaryColumn("text") shop_id: string
  @PrimaryColumn("text") section: string
  /** Only fields set here; the others are inherited. Secrets in it are sealed. */
  @Column("jsonb") fields: Record<string, unknown>
  /** Counts the saves, so that nobody overwrites what they have not seen. */
  @Column("integer") version: number
  @Column("timestamptz") updated_at: Date
}
