import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from "typeorm"
import type { Answer } from "../../../delivery/types"
import type { MailBasis } from "../../../kinds/mail-basis"
import type { MailOccasion } from "../../../kinds/occasion"
import type { MailState, StateReason } from "../../../kinds/state-reasons"
import type { SenderReason } from "../../../sender/identity"

/** One e-mail to one recipient, about one order unless it is to the merchant. What it says is in {@link OrderMailContent}, its story in the timeline. */
@Entity("order_mail")
export class OrderMail {
  @PrimaryColumn("text") id: string
  /** Null in a mail to the merchant that is about no order, or about several. */
  @Column("text", { nullable: true }) order_id: string | null
  /** The number the customer knows. */
  @Column("text", { nullable: true }) order_number: string | null
  /** Sales channel. */
  @Column("text", { nullable: true }) shop_id: string | null
  @Column("text") shop_name: string
  @Column("text") kind: string
  @Column("integer", { nullable: true }) level: number | null
  /** What sets this mail apart from others of its kind and order: `initial`, or the request that asked for it. */
  @Column("text") occurrence: string
  /** `order : kind : occurrence`; unique, so an event delivered five times makes one mail. */
  @Column("text", { unique: true }) idempotency_key: string
  @Column("text") state: MailState
  @Column("text", { nullable: true }) state_reason: StateReason | null
  /** The server's own words, or the template's error. */
  @Column("text", { nullable: true }) state_detail: string | null
  /** RFC 5322 addr-spec as written to; as typed by the customer when it could not be used. */
  @Column("text", { nullable: true }) recipient: string | null
  @Column("text", { nullable: true }) recipient_name: string | null
  @Column("text") language: string
  @Column("text", { nullable: true }) sender_identity: "own-domain" | "fallback" | null
  @Column("text", { nullable: true }) sender_reason: SenderReason | null
  @Column("text", { nullable: true }) from_address: string | null
  @Column("text", { nullable: true }) from_name: string | null
  @Column("text", { nullable: true }) reply_to: string | null
  /** Mailbox that gets a blind copy together with the recipient; in the envelope only. */
  @Column("text", { nullable: true }) archive_address: string | null
  /** What the recipient was probably meant to be, when its domain looks mistyped. */
  @Column("text", { nullable: true }) suggested_recipient: string | null
  /**
   * The server it leaves through: `platform` is the one of the options, `store` the store's own, anything else the own
   * one of the shop (sales channel) with this id.
   */
  @Column("text", { default: "platform" }) mail_server: string
  /** Envelope sender (RFC 5321 reverse-path), signed for this mail. */
  @Column("text", { nullable: true }) return_path: string | null
  @Column("text", { nullable: true }) subject: string | null
  /** With angle brackets, as it stands in the header. */
  @Column("text", { nullable: true }) message_id: string | null
  /** ISO 4217, lower case as in Medusa. */
  @Column("text", { nullable: true }) currency_code: string | null
  /** The open amount the mail states, in major units; a string, because a float cannot hold money. */
  @Column("numeric", { nullable: true }) amount_open: string | null
  /** Calendar day `YYYY-MM-DD` in the shop's time zone until which the mail asks for the money. */
  @Column("date", { nullable: true }) payable_until: string | null
  /** What the mail is about beside its order; null in mails to the merchant. */
  @Column("jsonb", { nullable: true }) occasion: MailOccasion | null
  /** What of the order the mail rests on; null in mails to the merchant. */
  @Column("jsonb", { nullable: true }) basis: MailBasis | null
  @Column("integer") attempts: number
  @Column("timestamptz", { nullable: true }) first_attempt_at: Date | null
  @Column("timestamptz", { nullable: true }) next_attempt_at: Date | null
  /** Fencing token of the last claim. */
  @Column("uuid", { nullable: true }) lease_token: string | null
  @Column("timestamptz", { nullable: true }) lease_expires_at: Date | null
  @Column("jsonb", { nullable: true }) last_answer: Answer | null
  @Column("timestamptz", { nullable: true }) sent_at: Date | null
  /** The mail this one repeats. */
  @Column("text", { nullable: true }) resend_of: string | null
  @CreateDateColumn({ type: "timestamptz" }) created_at: Date
  @UpdateDateColumn({ type: "timestamptz" }) updated_at: Date
}
