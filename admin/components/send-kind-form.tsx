import { Button, Drawer, Hint, Label, Select, Text, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useSendOrderMail } from "../hooks/use-order-mail-actions"
import { useOrderMailsOverview } from "../hooks/use-order-mails"
import { useSentToast } from "../hooks/use-sent-toast"
import { isOneEmailAddress } from "../lib/email-address"
import { createRequestIds } from "../lib/request-id"
import { AddressField } from "./address-field"
import { DrawerHeader } from "./drawer-header"

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
  const kindId = useId()

  const kinds = overview?.kinds ?? []
  // With one kind there is nothing to choose.
  const kind = chosenKind ?? (kinds.length === 1 ? kinds[0]?.id : undefined)
  const to = address.trim()
  const isAddressInvalid = !isOneEmailAddress(to)

  const submit = (event: FormEvent) => {
    event.preventDefault()
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
    <form noValidate onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      <DrawerHeader title={t("send.title")}>
        <Text size="small" className="text-ui-fg-subtle">
          {t("fields.order")} #{orderNumber}
        </Text>
      </DrawerHeader>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {t("send.description")}
        </Text>
        <div className="flex flex-col gap-y-2">
          <Label htmlFor={kindId} size="small" weight="plus">
            {t("fields.kind")}
          </Label>
          <Select value={kind ?? ""} onValueChange={setChosenKind}>
            <Select.Trigger id={kindId} aria-invalid={isSubmitted && !kind}>
              <Select.Value placeholder={t("send.kindPlaceholder")} />
            </Select.Trigger>
            <Select.Content>
              {kinds.map(({ id }) => (
                <Select.Item key={id} value={id}>
                  {kindName(id)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {isSubmitted && !kind && <Hint variant="error">{t("errors.kindMissing")}</Hint>}
        </div>
        <AddressField
          value={address}
          onChange={setAddress}
          hint={t("send.addressHint")}
          isInvalid={isSubmitted && isAddressInvalid}
        />
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("actions.close")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={isPending}>
          {t("send.submit")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
