import { resolveField, type Layer, type Setting } from "./layers"
import type { SenderFields } from "./sender-fields"
import { PLATFORM_SERVER, STORE_SERVER } from "../mail-servers"

export type SenderSettingsView = { [Name in keyof SenderFields]: Setting<SenderFields[Name]> }

/** The sender fields as they apply at one level. */
export interface EffectiveSender {
  settings: SenderSettingsView
  /** Whose mail server sends: {@link PLATFORM_SERVER}, {@link STORE_SERVER} or the shop's id. */
  mailServer: string
}

/**
 * What applies to a shop, field by field.
 *
 * Sending hosts and SPF include belong to a mail server: what a level with another server says about its own does not
 * reach this one. Those of the platform's server are the operator's to name: SPF decides by them whose name its mails may
 * go out under.
 * @param shopId null: the level of the store
 */
export function effectiveSender(
  base: SenderFields,
  store: Partial<SenderFields>,
  shopId: string | null,
  shop: Partial<SenderFields>,
): EffectiveSender {
  const layers: Layer<SenderFields>[] = [
    { origin: "store", values: store },
    ...(shopId === null ? [] : [{ origin: "shop" as const, values: shop }]),
  ]
  const serverAt = serversOf(layers, shopId)
  const mailServer = serverAt(layers.length)
  const withSameServer = layers.map((layer, n) =>
    mailServer !== PLATFORM_SERVER && serverAt(n + 1) === mailServer
      ? layer
      : { ...layer, values: { ...layer.values, ...NOTHING_ABOUT_SERVERS } },
  )
  const serverBase = mailServer === PLATFORM_SERVER ? base : { ...base, sending_hosts: [], spf_include: null }
  const field = <Name extends keyof SenderFields>(name: Name) => resolveField(name, base, layers)
  return {
    mailServer,
    settings: {
      address: field("address"),
      name: field("name"),
      reply_to: field("reply_to"),
      archive_address: field("archive_address"),
      archive_mailbox: field("archive_mailbox"),
      smtp: field("smtp"),
      dkim: field("dkim"),
      sending_hosts: resolveField("sending_hosts", serverBase, withSameServer),
      spf_include: resolveField("spf_include", serverBase, withSameServer),
    },
  }
}

const NOTHING_ABOUT_SERVERS = { sending_hosts: undefined, spf_include: undefined }

/** Whose mail server applies after the first so many layers. */
function serversOf(layers: readonly Layer<SenderFields>[], shopId: string | null): (count: number) => string {
  return (count) => {
    const setBy = layers.slice(0, count).findLast(({ values }) => values.smtp !== undefined)
    if (!setBy?.values.smtp) return PLATFORM_SERVER
    return setBy.origin === "shop" && shopId !== null ? shopId : STORE_SERVER
  }
}
