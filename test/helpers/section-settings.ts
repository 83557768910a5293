import type {
  AdminSaveSettings,
  AdminSettingsResponse,
  AdminSettingsSection,
  AdminSettingsSections,
} from "../../src/api/settings-types"
import type { ShopClient } from "./shop"

/** A section of the settings of a shop, or of all of them (null), as a merchant makes them over HTTP. */
export function sectionSettings<Section extends AdminSettingsSection>(
  shop: Pick<ShopClient, "api">,
  section: Section,
  shopId: string | null,
) {
  const path = `/admin/order-mails/settings/${section}`
  const read = async () =>
    (await shop.api.get<AdminSettingsResponse<Section>>(path, shopId === null ? {} : { shop_id: shopId })).settings
  const change = async (part: Pick<AdminSaveSettings<Section>, "set" | "inherit">) =>
    (
      await shop.api.post<AdminSettingsResponse<Section>>(path, {
        shop_id: shopId,
        version: (await read()).version,
        ...part,
      })
    ).settings
  return {
    read,
    save: (set: Partial<AdminSettingsSections[Section]>) => change({ set }),
    inherit: (...fields: (keyof AdminSettingsSections[Section] & string)[]) => change({ inherit: fields }),
    /** Sets nothing any more at this level. */
    inheritAll: async () => {
      const origin = shopId === null ? "store" : "shop"
      const set = Object.entries<{ origin: string }>((await read()).fields).filter(
        ([, field]) => field.origin === origin,
      )
      return change({ inherit: set.map(([name]) => name) as (keyof AdminSettingsSections[Section] & string)[] })
    },
  }
}
