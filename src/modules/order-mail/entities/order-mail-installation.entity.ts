import { Column, Entity, PrimaryColumn } from "typeorm"

/** One row, made by the first migration: orders older than the installation are left alone. */
@Entity("order_mail_installation")
export class OrderMailInstallation {
  @PrimaryColumn("integer") id: number
  @Column("timestamptz") installed_at: Date
  /** Orders created up to here have been looked at by the sweep. */
  @Column("timestamptz") swept_until: Date
  /** Payments, refunds and cancellations up to here have been looked at by the sweep. */
  @Column("timestamptz") events_swept_until: Date
  /** Orders created up to here have a row in `order_mail_dunning_case`, where they are to have one. */
  @Column("timestamptz") cases_swept_until: Date
}
