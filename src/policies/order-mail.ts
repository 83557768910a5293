import { definePolicies } from "@medusajs/framework/utils"

/** Reading mails: what was sent to whom, its content, what became of it, and what comes next for whom. */
export const READ_MAILS = { resource: "order_mail", operation: "read" }

/** Sending mails: for the first time, again, as a test; taking back what has not left yet; deciding who is reminded. */
export const SEND_MAILS = { resource: "order_mail", operation: "create" }

/** Seeing and changing the settings, the archive mailbox's password included. */
export const MANAGE_SETTINGS = { resource: "order_mail_settings", operation: "update" }

/** Offers the three to every role when Medusa's feature flag `rbac` is on; named as Medusa names its own. */
export default definePolicies([
  { ...READ_MAILS, name: "ReadOrderMail", description: "Read order mails" },
  {
    ...SEND_MAILS,
    name: "CreateOrderMail",
    description: "Send, resend and cancel order mails, decide about reminders, and send test mails",
  },
  { ...MANAGE_SETTINGS, name: "UpdateOrderMailSettings", description: "See and change the settings of order mails" },
])
