import type { SecretPlace } from "../../sender/secrets/secret-box"

/** Secrets among what merchants set. */
export type SettingsSecret = "smtp_password" | "archive_password"

/** Where a level of the settings keeps a secret. @param level a shop's id, or the store's level */
export function settingsSecretPlace(level: string, field: SettingsSecret): SecretPlace {
  return { row: `order_mail_shop:${level}`, field }
}

/** Where a domain keeps the private key of a selector. */
export function dkimKeyPlace(domain: string, selector: string): SecretPlace {
  return { row: domain, field: `dkim_private_key:${selector}` }
}
