import type { AdminSenderSettings, AdminSettingOrigin } from "../../../src/api/sender-settings-types"

type Set = { [F in keyof AdminSenderSettings]?: { value: AdminSenderSettings[F]["value"]; origin: AdminSettingOrigin } }

const CONFIGURED: { [F in keyof AdminSenderSettings]: AdminSenderSettings[F]["value"] } = {
  address: "info@shop.example",
  name: null,
  reply_to: null,
  archive_address: null,
  archive_mailbox: null,
  smtp: null,
  dkim: "relay-signs",
  sending_hosts: [],
  spf_include: null,
}

/** Settings as the server shows them: what is given, and the configuration for the rest. */
export function senderSettings(set: Set): AdminSenderSettings {
  const entries = Object.entries(CONFIGURED).map(([field, value]) => [
    field,
    {
      value,
      origin: "options",
      ...set[field as keyof AdminSenderSettings],
      inherited: { value, origin: "options" },
    },
  ])
  return Object.fromEntries(entries) as AdminSenderSettings
}
