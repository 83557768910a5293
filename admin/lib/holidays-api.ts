import type { AdminHolidayRegionsResponse } from "../../src/api/settings-types"
import { sdk } from "./sdk"

export const holidaysApi = {
  /** @param language ISO 639-1, of the states' names */
  regions: (language: string) =>
    sdk.client.fetch<AdminHolidayRegionsResponse>("/admin/order-mails/holiday-regions", { query: { language } }),
}
