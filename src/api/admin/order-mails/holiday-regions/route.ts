import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { holidayCountries, holidayStates } from "../../../../dunning/holidays"
import type { AdminHolidayRegionsResponse } from "../../../settings-types"

/** Whose public holidays reminders can keep to, for the settings. */
export function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminHolidayRegionsResponse>): void {
  const asked = req.query.language
  const language = typeof asked === "string" && /^[a-z]{2}$/.test(asked) ? asked : "en"
  const holiday_regions = Object.keys(holidayCountries(language)).map((country) => ({
    country_code: country,
    states: Object.entries(holidayStates(country, language)).map(([code, name]) => ({ code, name })),
  }))
  res.json({ holiday_regions })
}
