import { z } from "@medusajs/framework/zod"
import isFQDN from "validator/lib/isFQDN"
import { DEFAULT_RETRY_SCHEDULE } from "../../delivery/retry-schedule"
import { GERMAN_ADDRESSES, LANGUAGES } from "../../rendering/types"
import { asciiDomain, readAddrSpec } from "../../sender/addr-spec"
import { bic, iban } from "./settings/bank-input"

/** Read as when a mail is written: what passes here is never found unusable there. */
export const mailAddress = (name: string) =>
  z
    .string()
    .trim()
    .refine((value) => readAddrSpec(value)?.smtputf8 === false, {
      message: `takes one e-mail address, in ASCII before the @, for example "${name}@shop.example"`,
    })

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

export const shop = z.strictObject({
  name: z.string().min(1).max(75).describe("Name of the shop as customers know it; shown as sender and in every mail."),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe("Address of the shop's site, linked in the footer."),
  language: z
    .enum(LANGUAGES)
    .default("de")
    .describe("Language of a mail when neither the order nor its region tells one: de, en, fr, it, es, nl or pl."),
  germanAddress: z
    .enum(GERMAN_ADDRESSES)
    .default("formal")
    .describe('How German mails address the customer: "formal" says Sie, "informal" says du.'),
  timeZone: timeZone
    .default("Europe/Berlin")
    .describe("IANA time zone in which dates are written and days are counted."),
  footerLines: z
    .array(z.string().max(200))
    .max(12)
    .default([])
    .describe("Legal details under every mail, one line each: company, address, register, VAT id."),
})

export const sender = z.strictObject({
  address: mailAddress("orders").describe("Address of the shop that mails come from."),
  name: z.string().min(1).max(75).optional().describe("Sender name; without it the shop's name."),
  replyTo: mailAddress("service").optional().describe("Where replies go; without it the sender's address."),
  trusted: z
    .boolean()
    .default(false)
    .describe(
      "true: you vouch that SPF and DKIM allow your mail server to send for the sender's domain. false: DNS decides, and with `fallback` set, mails go out under the fallback address until it allows the domain.",
    ),
  dkim: z
    .enum(["relay-signs", "own-key"])
    .default("relay-signs")
    .describe(
      "Who signs mails (DKIM): your mail server, or this plugin with a key of its own, which needs `encryptionKeys`.",
    ),
  sendingHosts: z
    .array(z.string().min(1))
    .default([])
    .describe(
      "Names or IP addresses receivers see your mails come from, for the SPF check; without it the SMTP server's name.",
    ),
  spfInclude: z
    .string()
    .refine((value) => isFQDN(value, { require_tld: false, allow_underscores: true }), {
      message: "takes a domain name",
    })
    .optional()
    .describe("Domain whose SPF record lists the sending hosts, to be included in the shop's."),
})

export const fallback = z
  .strictObject({
    domain: z
      .string()
      .refine((value) => asciiDomain(value) !== null, { message: "takes a domain name" })
      .optional()
      .describe("Domain that is allowed to send; each shop gets an address there, made of its name."),
    address: mailAddress("shop")
      .optional()
      .describe("One address for all shops at a domain that is allowed to send; instead of `domain`."),
  })
  .refine(({ domain, address }) => (domain === undefined) !== (address === undefined), {
    message: "takes either domain or address",
  })

export const smtp = z
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

export const bankTransfer = z.strictObject({
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
  iban: iban.describe("IBAN; blanks are allowed."),
  bic: bic.nullable().default(null).describe("BIC; needed for payers outside the EEA."),
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

export const delivery = z.strictObject({
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

export const sweep = z.strictObject({
  graceSeconds: wholeSeconds(1)
    .default(120)
    .describe("Seconds after an order before the sweep looks whether its event was lost."),
  batchSize: z.number().int().min(1).max(1000).default(200).describe("Orders the sweep reads at a time."),
})

export const encryptionKey = z.strictObject({
  id: z.string().describe("Names the key in what it sealed; never given to another key."),
  key: z.string().describe("32 random bytes as base64 or hex; make them with: openssl rand -base64 32"),
})

export const dns = z.strictObject({
  servers: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("IP addresses of the DNS servers to ask, with `:port` where it is not 53; without it the system's."),
  checkRecipients: z
    .boolean()
    .default(true)
    .describe("true: a mail to a domain that does not exist or takes no mail fails at once, before it is sent."),
  timeoutMs: z.number().int().min(100).default(3000).describe("Milliseconds to wait for one answer of a DNS server."),
})

export const spamd = z.strictObject({
  host: z.string().min(1).describe("Name or address of the machine that spamd runs on."),
  port: z.number().int().min(1).max(65535).default(783).describe("Port of spamd."),
})
