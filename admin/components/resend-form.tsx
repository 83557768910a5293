import { Checkbox, Hint, Label, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useResendOrderMail } from "../hooks/use-order-mail-actions"
import { usePermissions } from "../hooks/use-permissions"
import { useSentToast } from "../hooks/use-sent-toast"
import { isOneEmailAddress } from "../lib/email-address"
import { orderLabel } from "../lib/order-label"
import { createRequestIds } from "../lib/request-id"
import { AddressField } from "./address-field"
import { MailForm } from "./mail-form"

interface ResendFormProps {
  mail: AdminOrderMail
  onBack: () => void
  /** Called with the id of the new mail. */
  onSent: (id: string) => void
}

/** Sends a mail once more, to the same or a corrected address. */
export const ResendForm = ({ mail, onBack, onSent }: ResendFormProps) => {
  const { t } = useTranslation("orderMail")
  const { kindTitle, refusalSentence } = useMailTexts()
  const { update_orders: mayUpdateOrders } = usePermissions()
  const toastSent = useSentToast()
  const { mutate, isPending } = useResendOrderMail(mail.id)
  const [requestIdFor] = useState(createRequestIds)
  const [address, setAddress] = useState(mail.recipient ?? "")
  const [isStored, setIsStored] = useState(false)
  const [isInvalid, setIsInvalid] = useState(false)
  const checkboxId = useId()

  const to = address.trim()
  const isCorrected = to !== (mail.recipient ?? "")

  const submit = () => {
    if (!isOneEmailAddress(to)) {
      setIsInvalid(true)
      return
    }
    mutate(
      { request_id: requestIdFor({ to }), to, ...(isCorrected && isStored ? { update_order: true } : {}) },
      {
        onSuccess: ({ order_mail }) => {
          toastSent(order_mail, {
            title: t("resend.success"),
            description: t("resend.successText", { address: order_mail.recipient ?? to }),
          })
          onSent(order_mail.id)
        },
        onError: (error) => toast.error(t("resend.failure"), { description: refusalSentence(error) }),
      },
    )
  }

  return (
    <MailForm
      title={t("resend.title")}
      subtitle={[mail.subject ?? kindTitle(mail), orderLabel(mail)].filter(Boolean).join(" · ")}
      description={t("resend.description")}
      submitText={t("resend.submit")}
      isPending={isPending}
      onSubmit={submit}
      onBack={onBack}
    >
      <AddressField
        value={address}
        onChange={(value) => {
          setAddress(value)
          setIsInvalid(false)
        }}
        hint={t("resend.addressHint")}
        isInvalid={isInvalid}
        autoFocus
      />
      {mayUpdateOrders && (
        <div className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1">
          <Checkbox
            id={checkboxId}
            disabled={!isCorrected}
            checked={isCorrected && isStored}
            onCheckedChange={(checked) => setIsStored(checked === true)}
            aria-describedby={`${checkboxId}-hint`}
          />
          <Label htmlFor={checkboxId} size="small" weight="plus" className={isCorrected ? "" : "text-ui-fg-disabled"}>
            {t("resend.updateOrder", { number: mail.order_number })}
          </Label>
          <Hint id={`${checkboxId}-hint`} className="col-start-2">
            {t("resend.updateOrderHint")}
          </Hint>
        </div>
      )}
    </MailForm>
  )
}
