import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import { useDkimKeyPrompt } from "../hooks/use-dkim-key-prompt"
import { hasLiveKey } from "../lib/dkim-key"
import { isShownBy } from "../lib/domain-check"
import { DkimKeyRow } from "./dkim-key-row"

/** The keys the domain's mails are signed with, and the way to a new one. */
export const DkimKeys = ({ sender }: { sender: AdminSenderResponse["sender"] }) => {
  const { t } = useTranslation("orderMail")
  return (
    <Container className="divide-y p-0" data-testid="dkim-keys">
      {sender.dkim_mode === "relay-signs" ? (
        <div className="px-6 py-4">
          <Heading level="h2">{t("dkimKeys.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("dkimKeys.relaySigns")}
          </Text>
        </div>
      ) : (
        <OwnKeys sender={sender} />
      )}
    </Container>
  )
}

const OwnKeys = ({ sender }: { sender: AdminSenderResponse["sender"] }) => {
  const { shop_id, dkim_keys, can_make_dkim_key, checks } = sender
  const { t } = useTranslation("orderMail")
  const explanationId = useId()
  const isFirst = !hasLiveKey(dkim_keys)
  const { makeWithPrompt, isPending } = useDkimKeyPrompt(shop_id, isFirst)
  const waits = dkim_keys.some(({ role }) => role === "waits")

  const explanation = () => {
    if (!can_make_dkim_key) return t("dkimKeys.noEncryptionKey")
    if (waits) return t("dkimKeys.oneWaits")
    return isFirst ? t("dkimKeys.none") : t("dkimKeys.subtitle")
  }

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="min-w-0 flex-1 basis-60">
          <Heading level="h2">{t("dkimKeys.title")}</Heading>
          <Text id={explanationId} size="small" className="text-ui-fg-subtle">
            {explanation()}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          aria-describedby={explanationId}
          disabled={!can_make_dkim_key || waits}
          isLoading={isPending}
          onClick={() => void makeWithPrompt()}
        >
          {isFirst ? t("dkimKeys.make") : t("dkimKeys.change")}
        </Button>
      </div>
      {dkim_keys.length > 0 && (
        <ul className="divide-y">
          {dkim_keys.map((key) => (
            <DkimKeyRow
              key={key.selector}
              shopId={shop_id}
              dkimKey={key}
              isRecordShownAbove={isShownBy(checks, key.record)}
            />
          ))}
        </ul>
      )}
    </>
  )
}
