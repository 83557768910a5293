export { cancelOrderMailWorkflow } from "./cancel-order-mail"
export { queueOrderMailWorkflow, type QueueOrderMailInput } from "./queue-order-mail"
export { resendOrderMailWorkflow, type ResendOrderMailInput } from "./resend-order-mail"
export { sweepOrderMailsWorkflow } from "./sweep-order-mails"
