import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import { ORDER_MAIL_MODULE } from "../modules/order-mail/module-name"

/** Makes the mails part of their order: `fields=*order_mails`. Read-only, because a mail's order never changes. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  {
    // Medusa adds the plural of a list's alias; given the plural, it would know two relations of one name and fill neither.
    linkable: { serviceName: ORDER_MAIL_MODULE, alias: "order_mail", primaryKey: "order_id" },
    isList: true,
  },
  // Of a read-only link Medusa asks here, and not above, whether there can be several.
  { readOnly: true, isList: true },
)
