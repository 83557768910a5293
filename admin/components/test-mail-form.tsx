import { Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useOrderMailsOverview } from "../hooks/use-order-mails"
import { OrderNotFound, useMyAddress, useSendTestMail } from "../hooks/use-test-mail"
import { isOneEmailAddress } from "../lib/email-address"
import type { ShopId } from "../lib/shop-id"
import { MAIL_LANGUAGES, mailLanguageOf, orderNumberOf } from "../lib/test-mail"
import { AddressField } from "./address-field"
import { LabeledField } from "./labeled-field"
import { ChoiceField } from "./choice-field"
import { MailForm } from "./mail-form"
import { MailVariantChoice } from "./preview-choices"
import { TestMailResult } from "./test-mail-result"

/** Asks what to send to whom, sends it, and shows below what became of it and what a receiver finds in it. */
export const TestMailForm = ({ shopId }: { shopId: ShopId }) => {
  const { t, i18n } = useTranslation("orderMail")
  const { kindName, refusalSentence } = useMailTexts()
  const { data: overview } = useOrderMailsOverview()
  const { data: myAddress } = useMyAddress()
  const { mutate, data: sent, error, isPending, reset } = useSendTestMail()
  const [chosenKind, setChosenKind] = useState<string | null>(null)
  const [variant, setVariant] = useState<string | null>(null)
  const [language, setLanguage] = useState<string>(() => mailLanguageOf(i18n.language))
  const [orderNumber, setOrderNumber] = useState("")
  const [typedAddress, setTypedAddress] = useState<string | null>(null)
  const [isSubmitted, setIsSubmitted] = useState(false)

  const kinds = overview?.kinds ?? []
  const kind = chosenKind ?? kinds[0]?.id
  const address = typedAddress ?? myAddress ?? ""
  const isAddressInvalid = !isOneEmailAddress(address.trim())

  const submit = () => {
    setIsSubmitted(true)
    if (!kind || isAddressInvalid) return
    const draft = {
      kind,
      variant,
      language,
      to: address.trim(),
      shop_id: shopId,
      order_number: orderNumberOf(orderNumber),
    }
    mutate(draft, {
      onError: (failure) => {
        if (!(failure instanceof OrderNotFound))
          toast.error(t("testMail.failure"), { description: refusalSentence(failure) })
      },
    })
  }

  return (
    <MailForm
      title={t("testMail.title")}
      description={t("testMail.description")}
      submitText={t("testMail.submit")}
      isPending={isPending}
      onSubmit={submit}
      data-testid="test-mail-form"
    >
      <ChoiceField
        label={t("fields.kind")}
        value={kind ?? ""}
        onChange={(chosen) => {
          setChosenKind(chosen)
          setVariant(null)
        }}
        options={kinds.map(({ id }) => ({ value: id, label: kindName(id) }))}
      />
      <MailVariantChoice kind={kind} variant={variant} onChoose={setVariant} />
      <ChoiceField
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
    </MailForm>
  )
}
