import type { AdminMailLanguage } from "../../src/api/settings-types"
import type { AdminText, AdminTextsResponse } from "../../src/api/text-types"
import type { TextRules } from "../../src/rendering/shared/check-text"
import { sdk } from "./sdk"
import { type ShopId, shopQuery } from "./shop-id"

/** Whose texts, in which language. */
export interface TextsQuery {
  shop_id: ShopId
  language: AdminMailLanguage
}

/** The route of src/api/text-types.ts. */
export const textsApi = {
  list: ({ shop_id, language }: TextsQuery) =>
    sdk.client.fetch<AdminTextsResponse>("/admin/order-mails/texts", { query: { ...shopQuery(shop_id), language } }),
}

/** What a text may have, in the words of the check that the server has as well. */
export const rulesOf = ({ rich, max_length, placeholders, mandatory }: AdminText): TextRules => ({
  rich,
  maxLength: max_length,
  placeholders,
  mandatory,
})
