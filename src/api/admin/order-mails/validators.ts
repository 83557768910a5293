import { booleanString } from "@medusajs/medusa/api/utils/common-validators/index"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { MAIL_STATES } from "../../../kinds/state-reasons"
import { PLAIN_SECTIONS } from "../../../modules/order-mail/settings/sections"
import { LANGUAGES } from "../../../rendering/types"
import { readRecipient } from "../../../sender/recipient"

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)])

/** PostgreSQL's texts hold every character but this one. */
export const text = z.string().refine((value) => !value.includes("\0"), "takes no NUL character")

const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)), "takes a date in ISO 8601")

export const listOrderMailsQuery = createFindParams({ limit: 20, offset: 0 }).extend({
  q: text.max(200).optional(),
  state: oneOrMany(z.enum(MAIL_STATES)).optional(),
  kind: oneOrMany(text).optional(),
  shop_id: oneOrMany(text).optional(),
  order_id: oneOrMany(text).optional(),
  attention: booleanString().optional(),
  // Not Medusa's operator map: an operator that nothing reads would show all mails as if they matched.
  created_at: z.strictObject({ $gt: instant, $gte: instant, $lt: instant, $lte: instant }).partial().optional(),
})

/** Made by the client; it becomes part of the idempotency key. */
const requestId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, "takes 8 to 64 letters, digits and hyphens")

const oneAddress = z
  .string()
  .refine((value) => readRecipient(value).usable, {
    error: ({ input }) =>
      `to: takes exactly one e-mail address, for example customer@example.com, not ${JSON.stringify(input)}`,
  })
  .transform((value) => value.trim())

export const resendOrderMailBody = z.strictObject({
  request_id: requestId,
  to: oneAddress.optional(),
  update_order: z.boolean().optional(),
})

export const sendOrderMailBody = z.strictObject({
  request_id: requestId,
  kind: z.string(),
  to: oneAddress.optional(),
})

export const id = text.min(1).max(100)

/** Which of a kind's sample mails; one that the kind does not have is refused with those it has. */
const sampleVariant = z.string().max(40).nullable().default(null)

export const sendTestMailBody = z.strictObject({
  kind: z.string(),
  variant: sampleVariant,
  language: z.enum(LANGUAGES),
  to: oneAddress,
  shop_id: id.nullable().default(null),
  order_id: id.nullable().default(null),
})

const unknownSection = (drafts: unknown) =>
  Object.keys(drafts as object).find((name) => !PLAIN_SECTIONS.some((section) => section === name))

export const previewBody = z.strictObject({
  kind: z.string(),
  variant: sampleVariant,
  shop_id: id.nullable().default(null),
  language: z.enum(LANGUAGES).nullable().default(null),
  order_id: id.nullable().default(null),
  // What is in them is checked where they are put over the saved ones, as when it is saved.
  drafts: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .refine((drafts) => unknownSection(drafts) === undefined, {
      error: ({ input }) =>
        `drafts: there is no section "${unknownSection(input)}" to be drafted, only ${PLAIN_SECTIONS.join(", ")}`,
    })
    .default({}),
})

export type ListOrderMailsQuery = z.infer<typeof listOrderMailsQuery>
export type ResendOrderMailBody = z.infer<typeof resendOrderMailBody>
export type SendOrderMailBody = z.infer<typeof sendOrderMailBody>
export type PreviewBody = z.infer<typeof previewBody>
export type SendTestMailBody = z.infer<typeof sendTestMailBody>
