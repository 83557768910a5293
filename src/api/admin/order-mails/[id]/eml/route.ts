import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"

/** The exact bytes, for the merchant's files or another mail program. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const orderMail = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const mail = await orderMail.retrieve(req.params.id!)
  const { message } = await orderMail.retrieveContent(mail.id)
  const filename = `${mail.kind}-${(mail.order_number ?? mail.id).replace(/[^\w-]/g, "_")}.eml`
  res
    .set("Content-Type", "message/rfc822")
    .set("Content-Disposition", `attachment; filename="${filename}"`)
    .set("X-Content-Type-Options", "nosniff")
    .send(message)
}
