import { Input, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDunningStop } from "../../src/api/dunning-types"
import { useAddStop } from "../hooks/use-dunning-actions"
import { localDay, stopProblems } from "../lib/stop-draft"
import { ChoiceField } from "./choice-field"
import { LabeledField } from "./labeled-field"
import { MailForm } from "./mail-form"

type Scope = AdminDunningStop["scope"]

export interface StopFormProps {
  /** What can be stopped; more than one is a choice. */
  scopes: readonly [Scope, ...Scope[]]
  orderId: string | null
  customerId: string | null
  onClose: () => void
}

/** Stops the reminders of an order or of a customer, or pauses an order's plan, for a reason and perhaps until a day. */
export const StopForm = ({ scopes, orderId, customerId, onClose }: StopFormProps) => {
  const { t } = useTranslation("orderMail")
  const { mutate, isPending } = useAddStop()
  const [scope, setScope] = useState<Scope>(scopes[0])
  const [reason, setReason] = useState("")
  const [until, setUntil] = useState("")
  const [isSubmitted, setIsSubmitted] = useState(false)

  const today = localDay(new Date())
  const problems = isSubmitted ? stopProblems({ reason, until }, today) : {}
  const isPause = scope === "plan"

  const submit = () => {
    setIsSubmitted(true)
    if (Object.keys(stopProblems({ reason, until }, today)).length > 0) return
    const target = scope === "customer" ? { customer_id: customerId ?? "" } : { order_id: orderId ?? "" }
    mutate(
      { scope, ...target, reason: reason.trim(), until: until || null },
      {
        onSuccess: () => {
          toast.success(isPause ? t("stopForm.pauseSuccess") : t("stopForm.success"))
          onClose()
        },
        onError: (error) => void toast.error(t("stopForm.failure"), { description: error.message }),
      },
    )
  }

  return (
    <MailForm
      title={isPause ? t("stopForm.pauseTitle") : t("stopForm.title")}
      description={isPause ? t("stopForm.pauseDescription") : t("stopForm.description")}
      submitText={isPause ? t("stopForm.pauseSubmit") : t("stopForm.submit")}
      isPending={isPending}
      onSubmit={submit}
      data-testid="stop-form"
    >
      {scopes.length > 1 && (
        <ChoiceField
          label={t("stopForm.scope")}
          value={scope}
          onChange={setScope}
          options={scopes.map((value) => ({ value, label: t(`stopScopes.${value}`) }))}
        />
      )}
      <LabeledField
        label={t("stopForm.reason")}
        hint={t("stopForm.reasonHint")}
        error={problems.reason ? t(`stopProblems.${problems.reason}`) : null}
      >
        {(ids) => <Textarea {...ids} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </LabeledField>
      <LabeledField
        label={t("stopForm.until")}
        hint={t("stopForm.untilHint")}
        error={problems.until ? t(`stopProblems.${problems.until}`) : null}
      >
        {(ids) => (
          <Input {...ids} type="date" min={today} value={until} onChange={(event) => setUntil(event.target.value)} />
        )}
      </LabeledField>
    </MailForm>
  )
}
