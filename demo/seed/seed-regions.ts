import type { HttpTypes } from "@medusajs/framework/types"
import type { AdminApi } from "../parts/admin-api"
import { COUNTRIES } from "./countries"

/** A region for each country, paid by bank transfer, with tax included in the prices. Returns region ids by country. */
export async function seedRegions(admin: AdminApi): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { code, region, currency } of COUNTRIES) {
    const made = await admin.post<HttpTypes.AdminRegionResponse>("/admin/regions", {
      name: region,
      currency_code: currency,
      countries: [code],
      payment_providers: ["pp_system_default"],
      automatic_taxes: true,
      is_tax_inclusive: true,
    })
    ids[code] = made.region.id
  }
  return ids
}

/** The standard rate of each country, and its reduced rate for products of the type `reducedTypeId`. */
export async function seedTaxes(admin: AdminApi, reducedTypeId: string): Promise<void> {
  for (const { code, standard, reduced } of COUNTRIES) {
    const { tax_region } = await admin.post<HttpTypes.AdminTaxRegionResponse>("/admin/tax-regions", {
      country_code: code,
      provider_id: "tp_system",
      default_tax_rate: { name: `MwSt. ${standard} %`, rate: standard, code: `${code}-standard` },
    })
    await admin.post("/admin/tax-rates", {
      tax_region_id: tax_region.id,
      name: `MwSt. ${reduced} %`,
      rate: reduced,
      code: `${code}-reduced`,
      rules: [{ reference: "product_type", reference_id: reducedTypeId }],
    })
  }
}
