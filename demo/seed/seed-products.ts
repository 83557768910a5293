import type { HttpTypes } from "@medusajs/framework/types"
import type { AdminApi } from "../parts/admin-api"
import { CATALOGUE, type CatalogueProduct } from "./catalogue"
import type { SeededSalesChannel } from "./seed-store"

type TypeIds = Record<CatalogueProduct["type"], string>

/** The product types, which decide the tax rate. */
export async function seedProductTypes(admin: AdminApi): Promise<TypeIds> {
  const create = async (value: CatalogueProduct["type"]) => {
    const { product_type } = await admin.post<HttpTypes.AdminProductTypeResponse>("/admin/product-types", { value })
    return product_type.id
  }
  return { Lebensmittel: await create("Lebensmittel"), Zubehör: await create("Zubehör") }
}

/** The whole catalogue, always in stock. `pictureUrl` turns a file of demo/pictures into an address. */
export async function seedProducts(
  admin: AdminApi,
  channels: SeededSalesChannel[],
  types: TypeIds,
  shippingProfileId: string,
  pictureUrl: (file: string) => string,
): Promise<void> {
  const create = CATALOGUE.map((product) => ({
    title: product.title,
    subtitle: product.subtitle,
    description: product.description,
    handle: product.handle,
    status: "published",
    thumbnail: pictureUrl(product.picture),
    images: [{ url: pictureUrl(product.picture) }],
    type_id: types[product.type],
    shipping_profile_id: shippingProfileId,
    sales_channels: channels.filter(({ name }) => !product.onlyIn || name === product.onlyIn).map(({ id }) => ({ id })),
    options: [{ title: product.option, values: product.variants.map(({ value }) => value) }],
    variants: product.variants.map(({ value, sku, prices }) => ({
      title: value,
      sku,
      options: { [product.option]: value },
      manage_inventory: false,
      prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
    })),
  }))
  await admin.post("/admin/products/batch", { create })
}
