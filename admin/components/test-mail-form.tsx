import { Button, Drawer, Input, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useOrderMailsOverview } from "../hooks/use-order-mails"
import { OrderNotFound, useMyAddress, useSendTestMail } from "../hooks/use-test-mail"
import { isOneEmailAddress } from "../lib/email-address"
import type { ShopId } from "../lib/shop-id"
import { MAIL_LANGUAGES, mailLanguageOf, orderNumberOf } from "../lib/test-mail"
import { AddressField } from "./address-field"
import { DrawerHeader } from "./drawer-header"
import { LabeledField } from "./labeled-field"
import { TestMailChoice } from "./test-mail-choice"
import { TestMailResult } from "./test-mail-result"

/** Asks what to send to whom, sends it, and shows below what became of it and what a receiver finds in it. */
export const TestMailForm = ({ shopId }: { shopId: ShopId }) => {
  const { t, i18n } = useTranslation("orderMail")
  const { kindName, refusalSentence } = useMailTexts()
  const { data: overview } = useOrderMailsOverview()
  const { data: myAddress } = useMyAddress()
  const { mutate, data: sent, error, isPending, reset } = useSendTestMail()
  const [chosenKind, setChosenKind] = useState<string | null>(null)
  const [language, setLanguage] = useState<string>(() => mailLanguageOf(i18n.language))
  const [orderNumber, setOrderNumber] = useState("")
  const [typedAddress, setTypedAddress] = useState<string | null>(null)
  const [isSubmitted, setIsSubmitted] = useState(false)

  const kinds = overview?.kinds ?? []
  const kind = chosenKind ?? kinds[0]?.id
  const address = typedAddress ?? myAddress ?? ""
  const isAddressInvalid = !isOneEmailAddress(address.trim())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsSubmitted(true)
    if (!kind || isAddressInvalid) return
    const draft = { kind, language, to: address.trim(), shop_id: shopId, order_number: orderNumberOf(orderNumber) }
    mutate(draft, {
      onError: (failure) => {
        if (!(failure instanceof OrderNotFound))
          toast.error(t("testMail.failure"), { description: refusalSentence(failure) })
      },
    })
  }

  return (
    <form noValidate onSubmit={submit} className="flex min-h-0 flex-1 flex-col" data-testid="test-mail-form">
      <DrawerHeader title={t("testMail.title")} />
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {t("testMail.description")}
        </Text>
        <TestMailChoice
          label={t("fields.kind")}
          value={kind ?? ""}
          onChange={setChosenKind}
          options={kinds.map(({ id }) => ({ value: id, label: kindName(id) }))}
        />
        <TestMailChoice
          label={t("testMail.language")}
          value={language}
          onChange={setLanguage}
          options={MAIL_LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <LabeledField
          label={t("testMail.orderNumber")}
          hint={t("testMail.orderNumberHint")}
          error={error instanceof OrderNotFound ? t("testMail.orderNotFound") : null}
        >
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              autoComplete="off"
              placeholder={t("testMail.sampleOrder")}
              value={orderNumber}
              onChange={(event) => {
                setOrderNumber(event.target.value)
                if (error) reset()
              }}
            />
          )}
        </LabeledField>
        <AddressField
          value={address}
          onChange={setTypedAddress}
          hint={t("testMail.addressHint")}
          isInvalid={isSubmitted && isAddressInvalid}
        />
        {/* There before the result, so that a screen reader announces it. */}
        <div role="status" className="empty:hidden">
          {sent && !isPending && <TestMailResult mail={sent.test_mail} />}
        </div>
      </Drawer.Body>
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("actions.close")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={isPending}>
          {t("testMail.submit")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
