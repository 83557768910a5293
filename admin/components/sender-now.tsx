import { SectionRow } from "@medusajs/dashboard/components"
import { Alert, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import { senderRemedyOf } from "../lib/sender-remedies"

/** Who a mail that is queued now would be from, why, and what to do when that is not the shop itself. */
export const SenderNow = ({ sender }: { sender: AdminSenderResponse["sender"] }) => {
  const { t } = useTranslation("orderMail")
  const now = sender.identity
  const remedy = senderRemedyOf(sender)
  const reason = now ? t(`senderReasons.${now.reason}`) : t("senderNow.nothingSent")
  return (
    <Container className="divide-y p-0" data-testid="sender-now">
      <div className="px-6 py-4">
        <Heading level="h2">{t("senderNow.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("senderNow.subtitle")}
        </Text>
      </div>
      {remedy && (
        <div className="px-6 py-4">
          <Alert variant="warning">
            <span className="text-ui-fg-base txt-compact-small-plus block">{reason}</span>
            <span className="block">{t(`senderRemedies.${remedy}`)}</span>
          </Alert>
        </div>
      )}
      {now && <Identity identity={now} reason={remedy ? null : reason} />}
    </Container>
  )
}

interface IdentityProps {
  identity: NonNullable<AdminSenderResponse["sender"]["identity"]>
  /** Null where the alert above says it. */
  reason: string | null
}

const Identity = ({ identity, reason }: IdentityProps) => {
  const { t } = useTranslation("orderMail")
  const isFine = identity.identity === "own-domain" && reason !== null
  return (
    <>
      <SectionRow
        title={t("fields.sender")}
        value={
          <span className="flex min-w-0 flex-col items-start gap-y-2" data-identity={identity.identity}>
            <StatusBadge color={isFine ? "green" : "orange"}>{t(`senderIdentities.${identity.identity}`)}</StatusBadge>
            {reason !== null && <span>{reason}</span>}
          </span>
        }
      />
      <SectionRow
        title={t("fields.from")}
        value={<Address>{`${identity.from_name} <${identity.from_address}>`}</Address>}
      />
      <SectionRow title={t("fields.replyTo")} value={<Address>{identity.reply_to}</Address>} />
    </>
  )
}

const Address = ({ children }: { children: string }) => <span className="[overflow-wrap:anywhere]">{children}</span>
