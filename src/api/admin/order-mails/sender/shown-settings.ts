import type { Setting } from "../../../../modules/order-mail/settings/layers"
import type { SenderSettingsView } from "../../../../modules/order-mail/settings/effective-sender"
import type { StoredMailbox, StoredSmtp } from "../../../../modules/order-mail/settings/sender-fields"
import type { ResolvedOptions } from "../../../../modules/order-mail/options"
import { platformAddress } from "../../../../modules/order-mail/smtp-settings"
import type { AdminArchiveMailbox, AdminSenderSettings, AdminSmtpServer } from "../../../sender-settings-types"

/** The settings without their secrets: of those only whether there is one. */
export function shownSettings(settings: SenderSettingsView): AdminSenderSettings {
  return {
    ...settings,
    smtp: shown(settings.smtp, shownServer),
    archive_mailbox: shown(settings.archive_mailbox, shownMailbox),
  }
}

/** The mail server of the options. */
export function platformServer({ smtp }: ResolvedOptions): { host: string; port: number } | null {
  return smtp ? platformAddress(smtp) : null
}

function shown<Stored, Shown>(setting: Setting<Stored>, show: (stored: Stored) => Shown): Setting<Shown> {
  const { value, origin, inherited } = setting
  return { value: show(value), origin, inherited: { value: show(inherited.value), origin: inherited.origin } }
}

function shownServer(smtp: StoredSmtp | null): AdminSmtpServer | null {
  if (!smtp) return null
  const { host, port, tls, user, password } = smtp
  return { host, port, tls, user, has_password: password !== null }
}

function shownMailbox(mailbox: StoredMailbox | null): AdminArchiveMailbox | null {
  return mailbox && { host: mailbox.host, user: mailbox.user, has_password: mailbox.password !== null }
}
