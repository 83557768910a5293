/** A sales channel's id; null: the store-wide default. */
export type ShopId = string | null

/** As the routes take it in their query. */
export const shopQuery = (shopId: ShopId): Record<string, string> => (shopId === null ? {} : { shop_id: shopId })
