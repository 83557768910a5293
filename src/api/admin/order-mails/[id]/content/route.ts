import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ORDER_MAIL_MODULE } from "../../../../../modules/order-mail"
import type OrderMailModuleService from "../../../../../modules/order-mail/service"
import type { AdminOrderMailContentResponse } from "../../../../types"
import { readMessage } from "../../../../../sender/read-message"

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderMailContentResponse>,
): Promise<void> {
  const orderMail = req.scope.resolve<OrderMailModuleService>(ORDER_MAIL_MODULE)
  const mailId = req.params.id!
  const [mail, { message, sha256, sizeBytes }] = await Promise.all([
    orderMail.retrieve(mailId),
    orderMail.retrieveContent(mailId),
  ])
  res.json({
    content: {
      ...(await readMessage(message)),
      sha256,
      size_bytes: sizeBytes,
      envelope: { from: mail.return_path ?? "", to: mail.recipient ?? "" },
    },
  })
}
