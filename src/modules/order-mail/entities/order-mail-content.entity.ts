import { Column, CreateDateColumn, Entity, PrimaryColumn } from "typeorm"

/** The exact bytes of a mail, so that every attempt, the preview and the download are the same message. */
@Entity("order_mail_content")
export class OrderMailContent {
  @PrimaryColumn("text") order_mail_id: string
  /** RFC 5322 message, gzip. */
  @Column("bytea") message_gzip: Buffer
  /** SHA-256 of the message before compression, hexadecimal. */
  @Column("text") sha256: string
  @Column("integer") size_bytes: number
  @CreateDateColumn({ type: "timestamptz" }) created_at: Date
}
