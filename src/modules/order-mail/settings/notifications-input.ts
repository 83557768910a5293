import { z } from "@medusajs/framework/zod"
import { MERCHANT_NOTICES, NOTICE_MODES } from "../../../kinds/merchant-notice"
import { BUILT_IN_KINDS } from "../../../kinds/registry"
import { LANGUAGES } from "../../../rendering/types"
import { readAddrSpec } from "../../../sender/addr-spec"

/** Every one gets a mail of their own. */
const MAX_RECIPIENTS = 10

const address = z
  .string()
  .trim()
  .max(254, "takes an e-mail address of at most 254 characters")
  .refine(
    (value) => readAddrSpec(value)?.smtputf8 === false,
    "takes one e-mail address each, for example office@shop.example",
  )

const recipients = z
  .array(address)
  .max(MAX_RECIPIENTS, `takes at most ${MAX_RECIPIENTS} addresses`)
  .refine(
    (addresses) => new Set(addresses.map((one) => one.toLowerCase())).size === addresses.length,
    "names an address twice",
  )

const mode = z.enum(NOTICE_MODES, `takes one of ${NOTICE_MODES.join(", ")}`)
const onOrOff = z.boolean("takes true or false")
const hour = "takes a whole hour from 0 to 23"

export const kindFields = BUILT_IN_KINDS.map(({ id }) => `kind:${id}` as const)
export const noticeFields = MERCHANT_NOTICES.map((notice) => `notice:${notice}` as const)

/** What may be saved of the section "Notifications". */
export const notificationsInput = z
  .strictObject({
    notice_recipients: recipients,
    notice_language: z.enum(LANGUAGES, `takes one of ${LANGUAGES.join(", ")}`),
    digest_hour: z.number(hour).int(hour).min(0, hour).max(23, hour),
    ...Object.fromEntries(kindFields.map((field) => [field, onOrOff])),
    ...Object.fromEntries(noticeFields.map((field) => [field, mode])),
  })
  .partial()
