import { useTranslation } from "react-i18next"
import type { AdminNoStepReason, AdminPlannedMail } from "../../src/api/dunning-types"
import { isConflict } from "../lib/http-status"
import { noStepReasonIn } from "../lib/no-step-reasons"
import { isDue } from "../lib/planned-step"
import { useFormats } from "./use-formats"
import { useMailTexts } from "./use-mail-texts"

/** The words for what a plan would send, in the admin's language. */
export const useDunningTexts = () => {
  const { t } = useTranslation("orderMail")
  const { kindTitle, refusalSentence } = useMailTexts()
  const { day } = useFormats()

  const stepName = (mail: { kind: string; level: number | null }): string =>
    mail.kind === "order-canceled-unpaid" ? t("next.cancellation") : kindTitle(mail)

  /** "Payment reminder, level 1 on 3 December, unless paid". */
  const comingSentence = (mail: AdminPlannedMail): string => {
    const name = stepName(mail)
    const coming = isDue(mail)
      ? t("next.comingNow", { mail: name })
      : t("next.coming", { mail: name, day: day(mail.at) })
    return mail.wait_for_approval ? `${coming} ${t("next.withApproval")}` : coming
  }

  const reasonSentence = (reason: AdminNoStepReason): string => t(`noStepReasons.${reason}`)

  /** Why the server did not do what was asked about a step. */
  const stepRefusal = (error: Error): string => {
    if (isConflict(error)) return t("next.otherStep")
    const reason = noStepReasonIn(error.message)
    return reason ? reasonSentence(reason) : refusalSentence(error)
  }

  return { stepName, comingSentence, reasonSentence, stepRefusal }
}
