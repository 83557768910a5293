/** PostgreSQL channel on which saved settings are told to every machine; the payload is the level that was saved. */
export const SETTINGS_CHANNEL = "order_mail_settings"
