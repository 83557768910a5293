import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDunningStep } from "../../src/api/settings-types"
import { momentOf, STEP_SWITCHES } from "../lib/dunning-steps"
import { useFormats } from "./use-formats"
import { useMailTexts } from "./use-mail-texts"

/** The words for a step of a dunning plan, in the admin's language. */
export const useStepTexts = () => {
  const { t } = useTranslation("orderMail")
  const { kindTitle } = useMailTexts()
  const { money } = useFormats()

  /** "Payment reminder, level 2" */
  const stepTitle = useCallback(({ kind, level }: AdminDunningStep) => kindTitle({ kind, level }), [kindTitle])

  /** "10 days after the order, payable within 6 days" */
  const stepMoment = useCallback(
    (step: AdminDunningStep): string => {
      const moment = momentOf(step)
      const when =
        step.from === "due" && step.days === 0
          ? t("dunning.onDueDay")
          : t(`stepMoments.${moment}.days`, { count: Math.abs(step.days) })
      return step.payable_within_days === null
        ? when
        : t("dunning.momentAndPayable", { when, count: step.payable_within_days })
    },
    [t],
  )

  /** "EUR 0.00 for consumers, EUR 2.50 for businesses" of each currency. */
  const feeTexts = useCallback(
    ({ fees }: AdminDunningStep): string[] =>
      fees.map(({ currency, consumer, business }) =>
        t("dunning.feeOf", { consumer: money(consumer, currency), business: money(business, currency) }),
      ),
    [t, money],
  )

  /** Everything else that the step does. */
  const stepExtras = useCallback(
    (step: AdminDunningStep): string[] => [
      ...STEP_SWITCHES.filter((name) => step[name]).map((name) => t(`stepSwitches.${name}.short`)),
      ...feeTexts(step),
    ],
    [t, feeTexts],
  )

  /** The whole step in one line, for the history. */
  const stepLine = useCallback(
    (step: AdminDunningStep): string => [stepTitle(step), stepMoment(step), ...stepExtras(step)].join(" · "),
    [stepTitle, stepMoment, stepExtras],
  )

  return { stepTitle, stepMoment, stepExtras, stepLine }
}
