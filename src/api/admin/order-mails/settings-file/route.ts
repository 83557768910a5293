import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../modules/order-mail/service"
import type { ComparedFile } from "../../../../modules/order-mail/settings/settings-file-desk"
import type { FileNote } from "../../../../modules/order-mail/settings/plan-settings-file"
import { applySettingsFileWorkflow } from "../../../../workflows/apply-settings-file"
import { settingsFileSurroundings } from "../../../../workflows/settings-file-surroundings"
import type { AdminConflict } from "../../../sender-settings-types"
import type { AdminSettingsFile, AdminSettingsFileNote, AdminSettingsFileResponse } from "../../../settings-file-types"
import { answerConflict } from "../conflict"
import type { SettingsFileBody } from "./middlewares"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminSettingsFile>): Promise<void> {
  const { settingsFile } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const now = new Date()
  const { shops } = await settingsFileSurroundings(req.scope, null)
  const day = now.toISOString().slice(0, 10)
  res.setHeader("content-disposition", `attachment; filename="order-mail-settings-${day}.json"`)
  res.setHeader("cache-control", "no-store")
  res.json(await settingsFile.export(shops, now))
}

export async function POST(
  req: AuthenticatedMedusaRequest<SettingsFileBody>,
  res: MedusaResponse<AdminSettingsFileResponse | AdminConflict>,
): Promise<void> {
  const { file, apply, token = null } = req.validatedBody
  if (!apply) {
    const { settingsFile } = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
    const surroundings = await settingsFileSurroundings(req.scope, file)
    res.json(toResponse(await settingsFile.compare(file, surroundings), false))
    return
  }
  const { result, errors } = await applySettingsFileWorkflow(req.scope).run({
    input: { file, token, user_id: req.auth_context.actor_id },
    throwOnError: false,
  })
  const [failed] = errors
  if (failed) answerConflict(failed.error, res)
  else res.json(toResponse(result, true))
}

function toResponse({ changes, problems, leftOut, token }: ComparedFile, applied: boolean): AdminSettingsFileResponse {
  return {
    changes: changes.map(({ shop, section, field, was, is }) => ({
      shop_id: shop?.id ?? null,
      shop_name: shop?.name ?? null,
      section,
      field,
      was,
      is,
    })),
    problems: problems.map(toNote),
    left_out: leftOut.map(toNote),
    token,
    applied,
  }
}

function toNote({ shopName, section, field, words, reason }: FileNote): AdminSettingsFileNote {
  return { shop_name: shopName, section, field, words, reason }
}
