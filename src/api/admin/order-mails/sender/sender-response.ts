import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import { adviseRecords, type DkimKeyRing } from "../../../../sender/dkim/key-ring"
import type { CheckResult } from "../../../../sender/dns/check-result"
import { salesChannelName } from "../../../../workflows/sales-channel-name"
import { platformServer, shownSettings } from "./shown-settings"
import type { AdminDkimKey, AdminDomainCheckResult, AdminSenderResponse } from "../../../sender-types"

/** Sender, domain, keys and checks of a shop as the settings page shows them; secrets stay inside. */
export async function senderResponse(container: MedusaContainer, shopId: string | null): Promise<AdminSenderResponse> {
  const { sender, options } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const known = await sender.of(shopId)
  const { shop, state, question } = known
  const decided = sender.decide(known, shopId && (await salesChannelName(container, shopId)))
  const check = state?.lastCheck ?? null
  return {
    sender: {
      shop_id: shopId,
      version: shop.version,
      settings: shownSettings(shop.settings),
      platform_server: platformServer(options),
      address: shop.settings.address.value,
      domain: question.domain,
      dkim_mode: question.dkimMode,
      identity: decided.identity && {
        identity: decided.identity,
        reason: decided.reason,
        from_name: decided.from.name,
        from_address: decided.from.address,
        reply_to: decided.replyTo,
      },
      can_make_dkim_key: options.encryptionKeys.length > 0,
      dkim_keys: state ? keysOf(state.keyRing, question.domain) : [],
      checks: check && [check.dkim, check.spf, check.dmarc, check.mx].map(toResult),
      checked_at: check?.checked_at ?? null,
    },
  }
}

function keysOf(ring: DkimKeyRing, domain: string): AdminDkimKey[] {
  return adviseRecords(ring, domain, new Date()).map(({ key, role, keepUntil, record: { type, name, value } }) => ({
    selector: key.selector,
    role,
    published_since: key.publishedSince?.toISOString() ?? null,
    keep_until: keepUntil?.toISOString() ?? null,
    record: { type, name, value },
  }))
}

function toResult({ check, status, reason, found, wanted, record }: CheckResult): AdminDomainCheckResult {
  return { check, status, reason, found, wanted, record }
}
