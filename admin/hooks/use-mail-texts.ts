import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { MERCHANT_MAILS, NAMED_KINDS, readableIdentifier } from "../lib/kinds"
import { isAwaitingApproval, isCapturedOnly } from "../lib/mail-state"
import { refusalReason } from "../lib/refusal-reason"
import { remedyOf } from "../lib/remedies"

const WITH_NAME: readonly string[] = [...NAMED_KINDS, ...MERCHANT_MAILS]

type Standing = Pick<AdminOrderMail, "state" | "state_reason">

/** The words for what a mail is and how it stands, in the admin's language. */
export const useMailTexts = () => {
  const { t } = useTranslation("orderMail")

  const kindName = useCallback(
    (kind: string): string => (WITH_NAME.includes(kind) ? t(`kinds.${kind}`) : readableIdentifier(kind)),
    [t],
  )

  /** What a mail of this kind is, in a sentence; of a developer's own kinds nothing is known. */
  const kindDescription = (kind: string): string | undefined =>
    (NAMED_KINDS as readonly string[]).includes(kind) ? t(`kindDescriptions.${kind}`) : undefined

  const kindTitle = ({ kind, level }: Pick<AdminOrderMail, "kind" | "level">): string =>
    level === null ? kindName(kind) : t("kindWithLevel", { kind: kindName(kind), level })

  const stateLabel = (mail: Standing): string => {
    if (isCapturedOnly(mail)) return t("captured.label")
    return isAwaitingApproval(mail) ? t("awaitingApproval.label") : t(`states.${mail.state}.label`)
  }

  /** One or two plain sentences: what the state means, and why the mail is in it. */
  const stateSentence = (mail: Standing): string => {
    if (isAwaitingApproval(mail)) return t("awaitingApproval.sentence")
    const reason = mail.state_reason && mail.state_reason !== "accepted" ? t(`reasons.${mail.state_reason}`) : null
    const meaning = isCapturedOnly(mail) ? t("captured.sentence") : t(`states.${mail.state}.sentence`)
    return reason ? `${meaning} ${reason}` : meaning
  }

  /** What happened to a mail in trouble, and what to do about it. */
  const troubleSentence = (mail: Standing): string => {
    const happened = mail.state_reason ? t(`reasons.${mail.state_reason}`) : t(`states.${mail.state}.sentence`)
    return `${happened} ${t(`remedies.${remedyOf(mail.state_reason)}`)}`
  }

  /** Why the server did not do what was asked: in the admin's language where it gives a reason that we know. */
  const refusalSentence = ({ message }: Error): string => {
    const reason = refusalReason(message)
    return reason ? t(`reasons.${reason}`) : message
  }

  return { kindName, kindDescription, kindTitle, stateLabel, stateSentence, troubleSentence, refusalSentence }
}
