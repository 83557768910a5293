import type { DataSource } from "typeorm"
import type { OwnReason } from "../../kinds/kind"
import type { StateReason } from "../../kinds/state-reasons"
import { prepareOrderMail, type MailRequest } from "../../sender/prepare-order-mail"
import type { PreparedMail } from "../../sender/prepared-mail"
import {
  findClaimedMails,
  findMailsAwaitingApproval,
  type Claim,
  type StandingMail,
} from "./queries/find-standing-mails"
import { notifyDueMails } from "./queries/notify-due-mails"
import { approveMail, rewriteClaimedMail, type TimelineData } from "./queries/rewrite-order-mail"
import { takeBackAwaitingMail } from "./queries/take-back-awaiting-mail"
import type { SenderDesk } from "./sender-desk"

export interface MailRevisionsParts {
  dataSource: DataSource
  sender: Pick<SenderDesk, "settings">
}

/** A mail that was to be written anew and cannot be. */
export interface Unwritten {
  type: "unwritten"
  reason: StateReason
  detail: string | null
}

/** Mails that are written, have not left, and change before they do. */
export class MailRevisions {
  constructor(private readonly parts: MailRevisionsParts) {}

  /** Those of the claimed mails whose claim still stands. */
  async listClaimed(claims: readonly Claim[]): Promise<StandingMail[]> {
    return findClaimedMails(this.parts.dataSource, claims)
  }

  /** Those of the mails that wait for approval. */
  async listAwaitingApproval(mailIds: readonly string[]): Promise<StandingMail[]> {
    return findMailsAwaitingApproval(this.parts.dataSource, mailIds)
  }

  /**
   * Writes a claimed mail anew.
   *
   * @param changes for the timeline
   * @returns `left` when the claim stands no more, or the mail is due at another server now
   * @throws as {@link prepareOrderMail}
   */
  async rewriteClaimed(
    token: string,
    request: MailRequest,
    changes: TimelineData,
  ): Promise<{ type: "rewritten" } | { type: "left" } | Unwritten> {
    const prepared = await this.prepare(request)
    if (!isWritten(prepared)) return unwritten(prepared)
    const rewritten = await rewriteClaimedMail(this.parts.dataSource, prepared, token, changes)
    if (!rewritten) return { type: "left" }
    if (!rewritten.moved) return { type: "rewritten" }
    notifyDueMails(this.parts.dataSource, rewritten.mail_server)
    return { type: "left" }
  }

  /**
   * Writes a mail anew that waits for approval, and makes it due.
   *
   * @param changes for the timeline
   * @returns `left` when it waits no more
   * @throws as {@link prepareOrderMail}
   */
  async approve(
    request: MailRequest,
    userId: string,
    changes: TimelineData,
  ): Promise<{ type: "approved" } | { type: "left" } | Unwritten> {
    const prepared = await this.prepare(request)
    if (!isWritten(prepared)) return unwritten(prepared)
    const isApproved = await approveMail(this.parts.dataSource, prepared, userId, changes)
    if (!isApproved) return { type: "left" }
    notifyDueMails(this.parts.dataSource, prepared.row.mail_server)
    return { type: "approved" }
  }

  /** Takes a mail back that waits for approval; see {@link takeBackAwaitingMail}. */
  async takeBackAwaiting(mail: { mailId: string; reason: OwnReason; userId: string | null }): Promise<boolean> {
    return takeBackAwaitingMail(this.parts.dataSource, mail)
  }

  private async prepare(request: MailRequest): Promise<PreparedMail> {
    return prepareOrderMail(request, await this.parts.sender.settings(request.facts.shop))
  }
}

function isWritten({ row, content }: PreparedMail): boolean {
  return row.state === "queued" && content !== null
}

/** A mail that was to be sent is queued, or has a reason. The address at fault may be another than the mail's own. */
function unwritten({ row }: PreparedMail): Unwritten {
  const reason = row.state_reason ?? "template-error"
  return {
    type: "unwritten",
    reason,
    detail: row.state_detail ?? (reason.startsWith("recipient-") ? row.recipient : null),
  }
}
