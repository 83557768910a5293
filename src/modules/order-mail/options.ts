import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import isBIC from "validator/lib/isBIC"
import isEmail from "validator/lib/isEmail"
import isFQDN from "validator/lib/isFQDN"
import isIBAN from "validator/lib/isIBAN"
import { DEFAULT_RETRY_SCHEDULE } from "../../delivery/retry-schedule"
import { LANGUAGES } from "../../rendering/types"

const mailAddress = (name: string) =>
  z
    .string()
    .refine((value) => isEmail(value), { message: `takes one e-mail address, for example "${name}@shop.example"` })

const wholeSeconds = (atLeast: number) => z.number().int().min(atLeast)

const timeZone = z.string().refine(isTimeZone, { message: `takes an IANA time zone, for example "Europe/Berlin"` })

/** Asked by using it: Intl's own list lacks names it takes, such as "Asia/Kolkata" and "Europe/Kyiv". */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null
  } catch {
    return false
  }
}

const shop = z.strictObject({
  name: z.string().min(1).max(75).describe("Name of the shop as customers know it; shown as sender and in every mail."),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe("Address of the shop's site, linked in the footer."),
  language: z
    .enum(LANGUAGES)
    .default("de")
    .describe("Language of a mail when neither the order nor its region tells one."),
  timeZone: timeZone
    .default("Europe/Berlin")
    .describe("IANA time zone in which dates are written and days are counted."),
  footerLines: z
    .array(z.string().max(200))
    .max(12)
    .default([])
    .describe("Legal details under every mail, one line each: company, address, register, VAT id."),
})

const sender = z.strictObject({
  address: mailAddress("orders").describe("Address of the shop that mails come from."),
  name: z.string().min(1).max(75).optional().describe("Sender name; without it the shop's name."),
  replyTo: mailAddress("service").optional().describe("Where replies go; without it the sender's address."),
  trusted: z
    .boolean()
    .default(false)
    .describe(
      "true: you vouch that SPF and DKIM allow your mail server to send for the sender's domain. false: with `fallback` set, mails go out under the fallback address.",
    ),
})

const fallback = z.strictObject({
  address: mailAddress("shop").describe(
    "Address at a domain that is allowed to send, used when the shop's own is not.",
  ),
})

const smtp = z
  .strictObject({
    url: z
      .string()
      .refine((value) => /^smtps?:\/\/./.test(value) && URL.canParse(value), {
        message:
          "takes a URL such as smtp://user:password@host:587 or smtps://…, special characters in it percent-encoded",
      })
      .optional()
      .describe("SMTP server as a URL, `smtp://user:password@host:587`; instead of host, port, user and password."),
    host: z.string().min(1).optional().describe("Name or address of the SMTP server."),
    port: z
      .number()
      .int()
      .min(1)
      .max(65535)
      .optional()
      .describe("Port of the SMTP server; without it 465 where `secure` is true, else 587."),
    secure: z
      .boolean()
      .optional()
      .describe(
        "true: TLS from the first byte. false: STARTTLS where offered. Without it true on port 465, else false.",
      ),
    requireTls: z
      .boolean()
      .optional()
      .describe(
        "true: no mail without TLS; a server without STARTTLS is an error. false: without where it offers none. Without it true where user and password would be sent to another machine, else false.",
      ),
    user: z.string().optional().describe("User name at the SMTP server."),
    password: z.string().optional().describe("Password at the SMTP server; never logged, stored or returned."),
    maxConnections: z.number().int().min(1).max(50).default(5).describe("Connections, and so mails, at the same time."),
  })
  .refine((value) => (value.url === undefined) !== (value.host === undefined), { message: "takes either url or host" })
  .refine((value) => (value.user === undefined) === (value.password === undefined), {
    message: "takes user and password together",
  })

const bankTransfer = z.strictObject({
  providers: z
    .array(z.string().min(1))
    .min(1)
    .default(["pp_system_default"])
    .describe("Payment providers whose orders are paid by bank transfer."),
  accountHolder: z
    .string()
    .min(1)
    .max(70)
    .describe("Account holder exactly as the bank knows it (Verification of Payee)."),
  iban: z
    .string()
    .transform((value) => value.replace(/\s/g, "").toUpperCase())
    .refine((value) => isIBAN(value), { message: "takes an IBAN with correct check digits" })
    .describe("IBAN; blanks are allowed."),
  bic: z
    .string()
    .transform((value) => value.replace(/\s/g, "").toUpperCase())
    .refine((value) => isBIC(value), { message: "takes a BIC of 8 or 11 characters" })
    .nullable()
    .default(null)
    .describe("BIC; needed for payers outside the EEA."),
  bank: z.string().max(70).nullable().default(null).describe("Name of the bank, for the customer's orientation."),
  payableWithinDays: z
    .number()
    .int()
    .min(1)
    .max(365)
    .default(7)
    .describe(
      "Days after the order until it is payable; counted from the day the mail is written where that would be over by then.",
    ),
})

const delivery = z.strictObject({
  leaseSeconds: wholeSeconds(15)
    .default(120)
    .describe("Seconds until a mail held by a crashed worker is taken over; renewed while the worker lives."),
  pollSeconds: wholeSeconds(1)
    .default(30)
    .describe("Seconds after which an idle worker looks again; new mails wake it at once."),
  retrySeconds: z
    .array(wholeSeconds(1))
    .min(1)
    .default([...DEFAULT_RETRY_SCHEDULE.stepsSeconds])
    .describe("Seconds between tries after a temporary failure; the last is repeated. Each is varied by a fifth."),
  giveUpAfterSeconds: wholeSeconds(60)
    .default(172_800)
    .describe("Seconds after the first try when a mail has failed for good."),
  unknownOutcome: z
    .enum(["resend", "hold"])
    .default("resend")
    .describe(
      "When the server's answer was lost: send the same bytes again after a wait, or hold the mail for the merchant.",
    ),
  unknownWaitSeconds: wholeSeconds(1)
    .default(900)
    .describe("Seconds to wait before a mail with unknown outcome is sent again."),
})

const sweep = z.strictObject({
  graceSeconds: wholeSeconds(1)
    .default(120)
    .describe("Seconds after an order before the sweep looks whether its event was lost."),
  batchSize: z.number().int().min(1).max(1000).default(200).describe("Orders the sweep reads at a time."),
})

/** The plugin's options as a shop writes them in `medusa-config.ts`. Every field has its sentence; units are in the names. */
export const optionsSchema = z.strictObject({
  secret: z
    .string()
    .min(32, { message: "takes at least 32 characters; make one with: openssl rand -hex 32" })
    .describe("Signs return addresses and correlation headers. Keep it secret and keep it the same."),
  shop,
  sender,
  fallback: fallback.optional().describe("Sender that is used when the shop's own domain may not be."),
  returnPathDomain: z
    .string()
    .refine((value) => isFQDN(value, { require_tld: false }), { message: "takes a domain name" })
    .optional()
    .describe("Domain of the signed return addresses that bounces come to; without it the sender's domain."),
  smtp: smtp.optional().describe("Mail server. Without it nothing leaves: mails are stored and shown (capture mode)."),
  bankTransfer,
  delivery: delivery.prefault({}),
  sweep: sweep.prefault({}),
})

/** Options as a shop writes them. */
export type OrderMailOptions = z.input<typeof optionsSchema>
/** Options with every default filled in. */
export type ResolvedOptions = z.output<typeof optionsSchema>

/** What Medusa itself puts beside a module's options. */
const ADDED_BY_MEDUSA = ["database", "providers"]

/** Never shown in a message, whatever is wrong with them or with the group they stand in. */
const SECRET_OPTIONS = ["secret", "smtp.url", "smtp.password"]

/**
 * Checks the options and fills in the defaults.
 *
 * @throws MedusaError INVALID_ARGUMENT that names every wrong option, what it got and what it takes; this stops the boot.
 */
export function parseOptions(given: unknown): ResolvedOptions {
  const own = Object.fromEntries(
    Object.entries(given ?? {}).filter(([name]) => !ADDED_BY_MEDUSA.includes(name)),
  ) as Record<string, unknown>
  const result = optionsSchema.safeParse(own)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${describeIssue(issue, own)}`)
  throw new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `medusa-order-mail: wrong options in medusa-config:\n${lines.join("\n")}`,
  )
}

function describeIssue(issue: z.core.$ZodIssue, options: Record<string, unknown>): string {
  const name = issue.path.join(".") || "options"
  if (issue.code === "unrecognized_keys") {
    const prefix = issue.path.length ? `${name}.` : ""
    return issue.keys
      .map((key) => `${prefix}${key}: is not an option of this plugin; remove it or check the spelling`)
      .join("\n  ")
  }
  const got = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    options,
  )
  return `${name}: got ${shown(got, name)}; ${issue.message}`
}

function shown(value: unknown, name: string): string {
  if (value === undefined) return "nothing"
  // A plain text in place of `smtp` is a URL that was meant for `smtp.url`.
  if (SECRET_OPTIONS.includes(name) || (name === "smtp" && typeof value !== "object"))
    return "a value that is not shown"
  return JSON.stringify(value, (key, inner: unknown) => (SECRET_OPTIONS.includes(`${name}.${key}`) ? "…" : inner))
}
