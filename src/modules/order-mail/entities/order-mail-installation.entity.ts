import { Column, Entity, PrimaryColumn } from "typeorm"

/** One row, made by the first migration: orders older than the installation are left alone. */
@Entity("order_mail_installation")
export class OrderMailInstallation {
  @PrimaryColumn("integer") id: number
  @Column("timestamptz") installed_at: Date
  /** Orders created up to here have been looked at by the sweep. */
  @Column("timestamptz") swept_until: Date
}
