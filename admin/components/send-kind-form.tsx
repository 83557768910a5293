import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useSendOrderMail } from "../hooks/use-order-mail-actions"
import { useOrderMailsOverview } from "../hooks/use-order-mails"
import { useSentToast } from "../hooks/use-sent-toast"
import { isOneEmailAddress } from "../lib/email-address"
import { isPlanKind } from "../lib/kinds"
import { createRequestIds } from "../lib/request-id"
import { AddressField } from "./address-field"
import { ChoiceField } from "./choice-field"
import { MailForm } from "./mail-form"

export interface SendKindFormProps {
  orderId: string
  orderNumber: string
  /** The order's own address. */
  address: string | null
  onClose: () => void
}

/** Writes and sends one kind of mail for an order now. */
export const SendKindForm = ({ orderId, orderNumber, address: orderAddress, onClose }: SendKindFormProps) => {
  const { t } = useTranslation("orderMail")
  const { kindName, refusalSentence } = useMailTexts()
  const toastSent = useSentToast()
  const { data: overview } = useOrderMailsOverview()
  const { mutate, isPending } = useSendOrderMail(orderId)
  const [requestIdFor] = useState(createRequestIds)
  const [chosenKind, setChosenKind] = useState<string | null>(null)
  const [address, setAddress] = useState(orderAddress ?? "")
  const [isSubmitted, setIsSubmitted] = useState(false)

  const kinds = overview?.kinds.filter(({ id }) => !isPlanKind(id)) ?? []
  // With one kind there is nothing to choose.
  const kind = chosenKind ?? (kinds.length === 1 ? kinds[0]?.id : undefined)
  const to = address.trim()
  const isAddressInvalid = !isOneEmailAddress(to)

  const submit = () => {
    setIsSubmitted(true)
    if (!kind || isAddressInvalid) return
    const body = { request_id: requestIdFor({ kind, to }), kind, ...(to === orderAddress ? {} : { to }) }
    mutate(body, {
      onSuccess: ({ order_mail }) => {
        toastSent(order_mail, {
          title: t("send.success"),
          description: t("send.successText", { kind: kindName(kind), address: order_mail.recipient ?? to }),
        })
        onClose()
      },
      onError: (error) => toast.error(t("send.failure"), { description: refusalSentence(error) }),
    })
  }

  return (
    <MailForm
      title={t("send.title")}
      subtitle={`${t("fields.order")} #${orderNumber}`}
      description={t("send.description")}
      submitText={t("send.submit")}
      isPending={isPending}
      onSubmit={submit}
    >
      <ChoiceField
        label={t("fields.kind")}
        value={kind ?? ""}
        onChange={setChosenKind}
        placeholder={t("send.kindPlaceholder")}
        options={kinds.map(({ id }) => ({ value: id, label: kindName(id) }))}
        error={isSubmitted && !kind ? t("errors.kindMissing") : null}
      />
      <AddressField
        value={address}
        onChange={setAddress}
        hint={t("send.addressHint")}
        isInvalid={isSubmitted && isAddressInvalid}
      />
    </MailForm>
  )
}
