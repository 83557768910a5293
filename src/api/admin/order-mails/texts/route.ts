import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import { sampleShowing } from "../../../../rendering/sample-showing"
import { textCatalog } from "../../../../rendering/text-catalog"
import { shippedTexts } from "../../../../rendering/texts"
import type { AdminTextsResponse } from "../../../text-types"
import { requireShop } from "../require-shop"
import type { TextsQuery } from "./middlewares"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, TextsQuery>,
  res: MedusaResponse<AdminTextsResponse>,
): Promise<void> {
  const { shop_id, language } = req.validatedQuery
  const shopId = await requireShop(req.scope, shop_id ?? null)
  const { settings } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const { wording } = await settings.effective(shopId)
  const shipped = shippedTexts(language, wording.german_address)
  const texts = textCatalog(language).map((spec) => {
    const { id, key, section, kinds, rich, maxLength, placeholders, mandatory } = spec
    return {
      id,
      key,
      section,
      kinds: [...kinds],
      rich,
      max_length: maxLength,
      placeholders: [...placeholders],
      mandatory: [...mandatory],
      shipped: shipped.get(key) ?? "",
      sample: sampleShowing(spec),
    }
  })
  res.json({ language, texts })
}
