import type { AdminSettingsLogResponse } from "../../src/api/sender-settings-types"
import type {
  AdminMailLanguage,
  AdminSaveSettings,
  AdminSettingsResponse,
  AdminSettingsSection,
} from "../../src/api/settings-types"
import { sdk } from "./sdk"
import type { SectionName } from "./section-names"
import { type ShopId, shopQuery } from "./shop-id"

const SETTINGS = "/admin/order-mails/settings"

/** Which of a section's settings. */
export interface SettingsQuery<S extends AdminSettingsSection = AdminSettingsSection> {
  section: S
  shop_id: ShopId
  /** Texts alone: of this language only. */
  language?: AdminMailLanguage
}

/** Which of the log's pages; a shop's log has only what was changed for that shop. */
export interface SettingsLogQuery {
  section: SectionName
  shop_id: ShopId
  /** Changes of this field alone. */
  field?: string
  limit: number
  offset: number
}

/** One function a route of src/api/settings-types.ts. Each rejects with the SDK's `FetchError`, as `orderMailsApi` does. */
export const settingsApi = {
  retrieve: <S extends AdminSettingsSection>({ section, shop_id, language }: SettingsQuery<S>) =>
    sdk.client.fetch<AdminSettingsResponse<S>>(`${SETTINGS}/${section}`, {
      query: { ...shopQuery(shop_id), ...(language ? { language } : {}) },
    }),

  /** Rejects with the status 409 when somebody else has saved since `version` was read. */
  save: <S extends AdminSettingsSection>(section: S, body: AdminSaveSettings<S>) =>
    sdk.client.fetch<AdminSettingsResponse<S>>(`${SETTINGS}/${section}`, { method: "POST", body }),

  /** Who changed what, newest first. */
  log: ({ section, shop_id, field, limit, offset }: SettingsLogQuery) =>
    sdk.client.fetch<AdminSettingsLogResponse>(`${SETTINGS}/${section}/log`, {
      query: { ...shopQuery(shop_id), ...(field ? { field } : {}), limit, offset },
    }),
}
