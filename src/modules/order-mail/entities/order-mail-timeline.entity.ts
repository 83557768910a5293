import { Column, CreateDateColumn, Entity, PrimaryColumn } from "typeorm"
import type { Answer } from "../../../delivery/types"
import type { StateReason, TimelineType } from "../../../kinds/state-reasons"

/** One thing that happened to a mail. Rows are added, never changed. */
@Entity("order_mail_timeline")
export class OrderMailTimelineEntry {
  /** Counts up, so entries of one instant keep their order; a bigint, which pg hands over as a string. */
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" }) id: string
  @Column("text") order_mail_id: string
  @Column("text") type: TimelineType
  @CreateDateColumn({ type: "timestamptz" }) at: Date
  /** The admin user who did it; null when the plugin did. */
  @Column("text", { nullable: true }) user_id: string | null
  @Column("text", { nullable: true }) reason: StateReason | null
  @Column("jsonb", { nullable: true }) answer: Answer | null
  @Column("jsonb") data: Record<string, string | number | boolean | null>
}
