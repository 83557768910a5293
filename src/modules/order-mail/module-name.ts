/** Key of the module in Medusa's container. */
export const ORDER_MAIL_MODULE = "order_mail"
