import { Column, CreateDateColumn, Entity, PrimaryColumn } from "typeorm"
import type { SettingsAction, SettingsSection } from "../settings/sections"

/** One change of one field, or the look at a secret. Rows are added, never changed. */
@Entity("order_mail_settings_change")
export class OrderMailSettingsChange {
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" }) id: string
  @CreateDateColumn({ type: "timestamptz" }) at: Date
  @Column("text", { nullable: true }) user_id: string | null
  @Column("text") shop_id: string
  @Column("text") section: SettingsSection
  @Column("text") action: SettingsAction
  @Column("text") field: string
  /** Secrets are masked in both. */
  @Column("text", { nullable: true }) was: string | null
  @Column("text", { nullable: true }) is: string | null
}
