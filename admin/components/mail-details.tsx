import { PaperPlane, XCircle } from "@medusajs/icons"
import { Alert, Button, Drawer, Tabs, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminOrderMailResponse } from "../../src/api/types"
import { useCancelPrompt } from "../hooks/use-cancel-prompt"
import { useMailTexts } from "../hooks/use-mail-texts"
import { usePermissions } from "../hooks/use-permissions"
import { isAwaitingApproval, isCancelable, isInTrouble, isResendable } from "../lib/mail-state"
import { orderLabel } from "../lib/order-label"
import type { MailView } from "../lib/mail-view"
import { ApprovalButtons } from "./approval-buttons"
import { DrawerHeader } from "./drawer-header"
import { MailContentTab } from "./mail-content-tab"
import { MailFacts } from "./mail-facts"
import { MailHeaders } from "./mail-headers"
import { MailPreview } from "./mail-preview"
import { MailText } from "./mail-text"
import { MailTimeline } from "./mail-timeline"
import { StateBadge } from "./state-badge"
import { SuggestionNotice } from "./suggestion-notice"

interface MailDetailsProps {
  mail: AdminOrderMailResponse["order_mail"]
  onOpen: (id: string, view: MailView) => void
}

/** One mail: how it stands, what happened to it, and what was sent. */
export const MailDetails = ({ mail, onOpen }: MailDetailsProps) => {
  const { t } = useTranslation("orderMail")
  const { kindTitle, stateSentence, troubleSentence } = useMailTexts()
  const { cancelWithPrompt, isPending } = useCancelPrompt()
  const { send: maySend } = usePermissions()

  return (
    <>
      <DrawerHeader title={mail.subject ?? kindTitle(mail)}>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StateBadge mail={mail} />
          <Text size="small" className="text-ui-fg-subtle">
            {[kindTitle(mail), orderLabel(mail)].filter(Boolean).join(" · ")}
          </Text>
        </div>
      </DrawerHeader>

      <Drawer.Body className="flex flex-col gap-y-5 overflow-y-auto">
        {isInTrouble(mail) ? (
          <Alert variant="error">{troubleSentence(mail)}</Alert>
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {stateSentence(mail)}
          </Text>
        )}
        <SuggestionNotice mail={mail} onSent={(id) => onOpen(id, "details")} />
        <MailFacts mail={mail} onOpenMail={(id) => onOpen(id, "details")} />
        <Tabs defaultValue="timeline" className="flex flex-1 flex-col gap-y-4">
          <Tabs.List aria-label={t("tabs.label")} className="border-ui-border-base border-b pb-3">
            <Tabs.Trigger value="timeline">{t("tabs.timeline")}</Tabs.Trigger>
            <Tabs.Trigger value="preview">{t("tabs.preview")}</Tabs.Trigger>
            <Tabs.Trigger value="text">{t("tabs.text")}</Tabs.Trigger>
            <Tabs.Trigger value="headers">{t("tabs.headers")}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="timeline">
            <MailTimeline entries={mail.timeline} onOpenMail={(id) => onOpen(id, "details")} />
          </Tabs.Content>
          <Tabs.Content value="preview">
            <MailContentTab mailId={mail.id}>
              {(content) => <MailPreview html={content.html} subject={mail.subject ?? kindTitle(mail)} />}
            </MailContentTab>
          </Tabs.Content>
          <Tabs.Content value="text">
            <MailContentTab mailId={mail.id}>{(content) => <MailText text={content.text} />}</MailContentTab>
          </Tabs.Content>
          <Tabs.Content value="headers">
            <MailContentTab mailId={mail.id}>{(content) => <MailHeaders content={content} />}</MailContentTab>
          </Tabs.Content>
        </Tabs>
      </Drawer.Body>

      {maySend && isAwaitingApproval(mail) && (
        <Drawer.Footer>
          <ApprovalButtons mailId={mail.id} />
        </Drawer.Footer>
      )}
      {maySend && (isCancelable(mail) || isResendable(mail)) && (
        <Drawer.Footer>
          {isCancelable(mail) && (
            <Button size="small" variant="secondary" isLoading={isPending} onClick={() => void cancelWithPrompt(mail)}>
              <XCircle />
              {t("actions.cancelMail")}
            </Button>
          )}
          {isResendable(mail) && (
            <Button
              size="small"
              variant={isInTrouble(mail) ? "primary" : "secondary"}
              onClick={() => onOpen(mail.id, "resend")}
            >
              <PaperPlane />
              {t("actions.sendAgain")}
            </Button>
          )}
        </Drawer.Footer>
      )}
    </>
  )
}
