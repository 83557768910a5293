import { Button, toast } from "@medusajs/ui"
import { SectionRow } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import type { Sender } from "../hooks/use-sender-form"
import { useTestConnection } from "../hooks/use-sender"
import { levelOf } from "../lib/settings-level"
import { originSeen } from "../lib/setting-origin"
import { ConnectionTestResult } from "./connection-test-result"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** The mail server that mails leave through, and whether it can be used. */
export const MailServer = ({ sender, onEdit }: { sender: Sender; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const { mutate, data, isPending } = useTestConnection()
  const { settings, platform_server, shop_id } = sender
  const server = settings.smtp.value
  const nothingToTry = server === null && platform_server === null

  const test = () =>
    mutate(
      { shopId: shop_id },
      { onError: (error) => toast.error(t("connection.failure"), { description: error.message }) },
    )

  return (
    <SectionCard
      title={t("mailServer.title")}
      subtitle={nothingToTry ? t("capture") : t("mailServer.subtitle")}
      onEdit={onEdit}
      actions={
        <Button size="small" variant="secondary" disabled={nothingToTry} isLoading={isPending} onClick={test}>
          {t("connection.test")}
        </Button>
      }
      data-testid="mail-server"
    >
      <SettingRow
        field="smtp"
        title={t("settingNames.smtp")}
        value={server ? t("smtpSources.own.label") : t("smtpSources.platform.label")}
        origin={originSeen(settings.smtp, levelOf(shop_id))}
      />
      {(server ?? platform_server) && (
        <SectionRow title={t("connection.server")} value={<Where {...(server ?? platform_server!)} />} />
      )}
      {server && (
        <>
          <SectionRow title={t("smtpForm.tls")} value={t(`tlsModes.${server.tls}`)} />
          <SectionRow title={t("smtpForm.user")} value={server.user ?? t("connection.noLogin")} />
          {server.user !== null && (
            <SectionRow
              title={t("password.label")}
              value={server.has_password ? t("password.stored") : t("password.missing")}
            />
          )}
        </>
      )}
      {/* There before the result, so that a screen reader announces it. */}
      <div role="status" className="empty:hidden">
        {data && !isPending && <ConnectionTestResult test={data.test} />}
      </div>
    </SectionCard>
  )
}

const Where = ({ host, port }: { host: string; port: number }) => (
  <span className="font-mono [overflow-wrap:anywhere]">{`${host}:${port}`}</span>
)
