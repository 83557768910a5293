import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { saveSettingsSectionWorkflow } from "../../../../../workflows/save-settings-section"
import type { AdminConflict } from "../../../../sender-settings-types"
import type { AdminSettingsResponse } from "../../../../settings-types"
import { answerConflict } from "../../conflict"
import { requireShop } from "../../require-shop"
import type { SaveSettingsBody, SettingsQuery } from "../middlewares"
import { plainSectionOf } from "../section-of"
import { settingsResponse } from "../settings-response"

export async function GET(
  req: AuthenticatedMedusaRequest<unknown, SettingsQuery>,
  res: MedusaResponse<AdminSettingsResponse>,
): Promise<void> {
  const { shop_id, language } = req.validatedQuery
  const section = plainSectionOf(req.params.section)
  const shopId = await requireShop(req.scope, shop_id ?? null)
  res.json(await settingsResponse(req.scope, { section, shopId, language: language ?? null }))
}

export async function POST(
  req: AuthenticatedMedusaRequest<SaveSettingsBody>,
  res: MedusaResponse<AdminSettingsResponse | AdminConflict>,
): Promise<void> {
  const section = plainSectionOf(req.params.section)
  const shopId = await requireShop(req.scope, req.validatedBody.shop_id)
  const { errors } = await saveSettingsSectionWorkflow(req.scope).run({
    input: { section, change: req.validatedBody, user_id: req.auth_context.actor_id },
    throwOnError: false,
  })
  const [failed] = errors
  if (failed) answerConflict(failed.error, res)
  else res.json(await settingsResponse(req.scope, { section, shopId, language: null }))
}
