import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import type { PlainSection } from "../../../../modules/order-mail/settings/sections"
import type { SectionAtLevel } from "../../../../modules/order-mail/settings/order-mail-settings"
import type { AdminSettingsResponse } from "../../../settings-types"
import { shippedTextFields } from "./shipped-text-fields"

interface Asked {
  section: PlainSection
  shopId: string | null
  /** Of the section "texts" those of one language; null: all. */
  language: string | null
}

/** A section as the settings page shows it. */
export async function settingsResponse(
  container: MedusaContainer,
  { section, shopId, language }: Asked,
): Promise<AdminSettingsResponse> {
  const { settings } = container.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { version, fields } = await settings.read(section, shopId)
  const asked =
    section === "texts"
      ? shippedTextFields(
          fields as SectionAtLevel<"texts">["fields"],
          (await settings.effective(shopId)).wording.german_address,
          language,
        )
      : fields
  return {
    settings: { section, shop_id: shopId, version, fields: asked as AdminSettingsResponse["settings"]["fields"] },
  }
}
