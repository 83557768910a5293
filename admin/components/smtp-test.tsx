import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Sender } from "../hooks/use-sender-form"
import { useTestConnection } from "../hooks/use-sender"
import type { ShopId } from "../lib/shop-id"
import { type SmtpDraft, smtpInputOf } from "../lib/smtp-draft"
import { ConnectionTestResult } from "./connection-test-result"

interface SmtpTestProps {
  sender: Sender
  draft: SmtpDraft
  isComplete: boolean
}

/** What to try for a form that is not saved yet. What would be inherited is what applies to the whole store. */
const requestOf = (draft: SmtpDraft, shopId: ShopId): Parameters<ReturnType<typeof useTestConnection>["mutate"]>[0] => {
  if (draft.source === "own") return { shopId, smtp: smtpInputOf(draft) }
  return draft.source === "platform" ? { shopId, smtp: null } : { shopId: null }
}

/** Tries the mail server as it stands in the form. The result is gone when the form is changed. */
export const SmtpTest = ({ sender, draft, isComplete }: SmtpTestProps) => {
  const { t } = useTranslation("orderMail")
  const { mutate, data, variables, isPending } = useTestConnection()
  const request = requestOf(draft, sender.shop_id)
  const isOfThisDraft = JSON.stringify(variables) === JSON.stringify(request)
  const inherited = sender.settings.smtp.inherited.value
  const isCapture =
    sender.platform_server === null &&
    (draft.source === "platform" || (draft.source === "inherited" && inherited === null))

  const test = () =>
    mutate(request, {
      onError: (error) => toast.error(t("connection.failure"), { description: error.message }),
    })

  return (
    <div className="flex flex-col gap-y-3" data-testid="smtp-test">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={!isComplete || isCapture}
          isLoading={isPending}
          onClick={test}
        >
          {t("connection.test")}
        </Button>
        <Text size="small" className="text-ui-fg-subtle min-w-0 flex-1 basis-48">
          {isCapture ? t("capture") : t("connection.subtitle")}
        </Text>
      </div>
      {/* There before the result, so that a screen reader announces it. */}
      <div role="status" className="border-ui-border-base overflow-hidden rounded-lg border empty:hidden">
        {data && isOfThisDraft && !isPending && <ConnectionTestResult test={data.test} />}
      </div>
    </div>
  )
}
