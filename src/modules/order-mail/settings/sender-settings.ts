import { MedusaError } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import type { DataSource, EntityManager } from "typeorm"
import type { SecretBox } from "../../../sender/secrets/secret-box"
import { HostRefusedError, resolveGuardedHost, type HostGuardOptions } from "../../../sender/smtp/host-guard"
import { PLATFORM_SERVER, type OwnMailServer } from "../mail-servers"
import type { ResolvedOptions } from "../options"
import { forgetSettings } from "../queries/forget-settings"
import { listSettings, readSettings } from "../queries/read-settings"
import { noteSettingsChanges, saveSettings } from "../queries/save-settings"
import { settingsSecretPlace, type SettingsSecret } from "../secret-places"
import { changeSender, mailboxToStore } from "./change-sender"
import { effectiveSender, type EffectiveSender } from "./effective-sender"
import { senderFieldsOfOptions, type SenderFields, type StoredSmtp } from "./sender-fields"
import type { SaveSenderInput, SenderInput } from "./sender-input"
import { STORE, type SettingOrigin } from "./sections"
import { OWN_SERVER_CONNECTIONS, readSmtpInput, SmtpInputError, smtpOptionsOf, type OpenSmtp } from "./smtp-input"

const SECTION = "sender"

export interface SenderSettingsParts {
  dataSource: DataSource
  secretBox: SecretBox
  options: ResolvedOptions
}

/** The section "Sender and domain" as it applies to a shop, and how often its own level was saved. */
export interface SenderSettingsOfShop extends EffectiveSender {
  /** Null: the level of the store. */
  shopId: string | null
  version: number
}

/** What merchants set in the section "Sender and domain", for the store and per shop. */
export class SenderSettings {
  private readonly base: SenderFields
  /** For servers that merchants type in. */
  readonly guard: HostGuardOptions

  constructor(private readonly parts: SenderSettingsParts) {
    this.base = senderFieldsOfOptions(parts.options)
    this.guard = parts.options.allowPrivateMailServers ? ANYWHERE : {}
  }

  /** @param shopId null: the level of the store; one that never set anything inherits everything */
  async read(shopId: string | null): Promise<SenderSettingsOfShop> {
    const own = levelOf(shopId)
    const levels = await readSettings<SenderFields>(this.parts.dataSource, SECTION, [...new Set([STORE, own])])
    const shop = levels.get(own)
    const effective = effectiveSender(this.base, levels.get(STORE)?.fields ?? {}, shopId, shop?.fields ?? {})
    return { ...effective, shopId, version: shop?.version ?? 0 }
  }

  /** The level of the store, and every shop that sets something of its own. */
  async listLevels(): Promise<(string | null)[]> {
    const levels = await listSettings<SenderFields>(this.parts.dataSource, SECTION)
    return [null, ...levels.map(({ shopId }) => shopId).filter((id) => id !== STORE)]
  }

  /**
   * Saves what was typed.
   * @param source a transaction that more is saved in
   * @throws MedusaError CONFLICT when somebody saved since `version` was read; INVALID_DATA that names a field which
   * cannot be as it is; NOT_ALLOWED where a secret or key needs an encryption key and the options have none
   */
  async save(
    { shop_id, version, set, inherit }: SaveSenderInput,
    userId: string | null,
    source: DataSource | EntityManager = this.parts.dataSource,
  ): Promise<void> {
    const level = levelOf(shop_id)
    if (set.smtp?.user || set.smtp?.url || set.archive_mailbox || set.dkim === "own-key") this.requireEncryptionKey()
    const { smtp: typedServer, archive_mailbox: typedMailbox, ...plain } = set
    const levels = await readSettings<SenderFields>(source, SECTION, [...new Set([STORE, level])])
    const [stored, storewide] = [levels.get(level), levels.get(STORE)?.fields ?? {}]
    const server = typedServer && (await this.checkServer(this.readTyped(typedServer, stored?.fields.smtp, level)))
    await saveSettings<SenderFields>(source, { shopId: level, section: SECTION }, version, userId, (now) => {
      const changed = changeSender(now, {
        set: {
          ...defined(plain),
          ...(server === undefined ? {} : { smtp: server && this.seal(server, level) }),
          ...(typedMailbox === undefined
            ? {}
            : { archive_mailbox: typedMailbox && this.mailbox(typedMailbox, now, level) }),
        },
        inherit,
      })
      const { mailServer } = effectiveSender(
        this.base,
        level === STORE ? changed.fields : storewide,
        shop_id,
        changed.fields,
      )
      refuseHostsOfPlatform(set, mailServer)
      return changed
    })
  }

  /**
   * A server as it was typed and may be connected to; `stored` is what the level has now.
   * @throws MedusaError INVALID_DATA
   */
  async typedServer(typed: NonNullable<SenderInput["smtp"]>, shopId: string | null): Promise<OpenSmtp> {
    const level = levelOf(shopId)
    const stored = (await readSettings<SenderFields>(this.parts.dataSource, SECTION, [level])).get(level)
    return this.readTyped(typed, stored?.fields.smtp, level)
  }

  /** The own server that applies; null: the platform's. */
  ownServer({ settings, shopId }: SenderSettingsOfShop): OpenSmtp | null {
    return this.open(settings.smtp.value, levelOfOrigin(settings.smtp.origin, shopId))
  }

  /**
   * Shows the password of the archive mailbox, and notes who looked.
   * @throws MedusaError NOT_FOUND when none is stored
   */
  async revealArchivePassword(shopId: string | null, userId: string): Promise<string> {
    const { archive_mailbox } = (await this.read(shopId)).settings
    const sealed = archive_mailbox.value?.password
    if (!archive_mailbox.value || !sealed)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, "no password of the archive mailbox is stored")
    const level = levelOfOrigin(archive_mailbox.origin, shopId)
    const password = this.parts.secretBox.open(sealed, settingsSecretPlace(level, "archive_password"))
    const note = { action: "revealed", field: "archive_mailbox", was: null, is: null } as const
    // Noted where the password is set: whoever set it shall find there who has seen it.
    await noteSettingsChanges(this.parts.dataSource, { shopId: level, section: SECTION }, userId, [note])
    return password
  }

  /** Forgets a shop that is gone. */
  async forget(shopId: string): Promise<void> {
    if (shopId !== STORE) await forgetSettings(this.parts.dataSource, shopId)
  }

  /** For delivery: every own server that is set now. */
  async listOwnMailServers(): Promise<OwnMailServer[]> {
    const levels = await listSettings<SenderFields>(this.parts.dataSource, SECTION)
    return levels.flatMap(({ shopId: key, fields: { smtp } }) => {
      const server = this.open(smtp, key)
      if (!server) return []
      const revision = createHash("sha256").update(JSON.stringify(smtp)).digest("hex")
      return [{ key, smtp: smtpOptionsOf(server), guard: this.guard, maxConnections: OWN_SERVER_CONNECTIONS, revision }]
    })
  }

  /** @throws MedusaError INVALID_DATA for a server that is not there or may not be connected to */
  private async checkServer(server: OpenSmtp): Promise<OpenSmtp> {
    try {
      await resolveGuardedHost(server.host, server.port, this.guard)
    } catch (error) {
      if (error instanceof HostRefusedError) throw invalid(`smtp.host: ${error.message}`)
      if (isUnknownHost(error)) throw invalid(`smtp.host: there is no server called ${server.host}; check the spelling`)
      // A resolver that does not answer now may answer when mails are sent.
    }
    return server
  }

  private readTyped(
    typed: NonNullable<SenderInput["smtp"]>,
    stored: StoredSmtp | null | undefined,
    level: string,
  ): OpenSmtp {
    try {
      return readSmtpInput(typed, stored ?? null, (server) => this.open(server, level)?.password ?? null)
    } catch (error) {
      throw error instanceof SmtpInputError ? invalid(error.message) : error
    }
  }

  private open(smtp: StoredSmtp | null | undefined, level: string): OpenSmtp | null {
    if (!smtp) return null
    const place = settingsSecretPlace(level, "smtp_password")
    return { ...smtp, password: smtp.password && this.parts.secretBox.open(smtp.password, place) }
  }

  private seal(server: OpenSmtp, level: string): StoredSmtp {
    return { ...server, password: server.password && this.sealAt(level)(server.password, "smtp_password") }
  }

  private mailbox(typed: NonNullable<SenderInput["archive_mailbox"]>, now: Partial<SenderFields>, level: string) {
    return mailboxToStore(typed, now.archive_mailbox, this.sealAt(level))
  }

  private sealAt(level: string) {
    return (secret: string, field: SettingsSecret) =>
      this.parts.secretBox.seal(secret, settingsSecretPlace(level, field))
  }

  private requireEncryptionKey(): void {
    if (this.parts.options.encryptionKeys.length === 0)
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "passwords and keys are stored encrypted: set the option encryptionKeys first (openssl rand -base64 32)",
      )
  }
}

/** The operator lets merchants use servers in the own network, at any port. */
const ANYWHERE: HostGuardOptions = {
  allowPrivateAddresses: true,
  allowedPorts: Array.from({ length: 65_535 }, (_, n) => n + 1),
}

function levelOf(shopId: string | null): string {
  return shopId ?? STORE
}

function levelOfOrigin(origin: SettingOrigin, shopId: string | null): string {
  return origin === "shop" && shopId !== null ? shopId : STORE
}

/** @throws MedusaError INVALID_DATA */
function refuseHostsOfPlatform({ sending_hosts = [], spf_include = null }: SenderInput, mailServer: string): void {
  if (mailServer !== PLATFORM_SERVER || (sending_hosts.length === 0 && spf_include === null)) return
  const field = sending_hosts.length > 0 ? "sending_hosts" : "spf_include"
  throw invalid(
    `${field}: belongs to a mail server of your own; what holds for the platform's stands in the plugin's options`,
  )
}

function isUnknownHost(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOTFOUND"
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}

function defined<T extends object>(values: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>
  }
}
