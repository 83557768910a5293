import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useOrderMailsOverview } from "../hooks/use-order-mails"
import { useTestConnection } from "../hooks/use-sender"
import { ConnectionTestResult } from "./connection-test-result"

/** Tries the mail server when asked to. Without one, in capture mode, there is nothing to try. */
export const ConnectionTest = () => {
  const { t } = useTranslation("orderMail")
  const { data: overview } = useOrderMailsOverview()
  const { mutate, data, isPending } = useTestConnection()
  const isCapture = overview?.transport === "capture"

  const test = () =>
    mutate(undefined, {
      onError: (error) => toast.error(t("connection.failure"), { description: error.message }),
    })

  return (
    <Container className="divide-y p-0" data-testid="connection-test">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{t("connection.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {isCapture ? t("capture") : t("connection.subtitle")}
          </Text>
        </div>
        <Button size="small" variant="secondary" disabled={isCapture} isLoading={isPending} onClick={test}>
          {t("connection.test")}
        </Button>
      </div>
      {/* There before the result, so that a screen reader announces it. */}
      <div role="status" className="empty:hidden">
        {data && !isPending && <ConnectionTestResult test={data.test} />}
      </div>
    </Container>
  )
}
