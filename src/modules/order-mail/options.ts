import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import isFQDN from "validator/lib/isFQDN"
import { asciiDomain } from "../../sender/addr-spec"
import {
  bankTransfer,
  delivery,
  dns,
  encryptionKey,
  fallback,
  mailAddress,
  sender,
  shop,
  smtp,
  spamd,
  sweep,
} from "./option-groups"

/** The plugin's options as a shop writes them in `medusa-config.ts`. Every field has its sentence; units are in the names. */
export const optionsSchema = z
  .strictObject({
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
      // A return address beyond ASCII would need SMTPUTF8 of every server on the way.
      .overwrite((value) => asciiDomain(value) ?? value)
      .optional()
      .describe("Domain of the signed return addresses that bounces come to; without it the sender's domain."),
    smtp: smtp
      .optional()
      .describe("Mail server. Without it nothing leaves: mails are stored and shown (capture mode)."),
    archiveAddress: mailAddress("archive")
      .optional()
      .describe(
        "Mailbox that gets a blind copy of every mail to a customer, as proof that it left; never of one that was refused.",
      ),
    encryptionKeys: z
      .array(encryptionKey)
      .default([])
      .describe(
        'Keys that stored secrets are encrypted with (AES-256-GCM). The first seals, all open. See "Changing the encryption key".',
      ),
    allowPrivateMailServers: z
      .boolean()
      .default(false)
      .describe(
        "true: mail servers that merchants set may be at private addresses and any port, in the operator's own network.",
      ),
    dns: dns.prefault({}),
    spamd: spamd
      .optional()
      .describe("SpamAssassin's spamd, asked for the spam score of test mails; it gets them whole."),
    bankTransfer,
    delivery: delivery.prefault({}),
    sweep: sweep.prefault({}),
  })
  .refine(({ sender: { dkim }, encryptionKeys }) => dkim !== "own-key" || encryptionKeys.length > 0, {
    path: ["encryptionKeys"],
    message: 'takes at least one key when sender.dkim is "own-key"; make one with: openssl rand -base64 32',
  })

/** Options as a shop writes them. */
export type OrderMailOptions = z.input<typeof optionsSchema>
/** Options with every default filled in. */
export type ResolvedOptions = z.output<typeof optionsSchema>

/** What Medusa itself puts beside a module's options. */
const ADDED_BY_MEDUSA = ["database", "providers"]

/** Never shown in a message, whatever is wrong with them or with the group they stand in. */
const SECRET_OPTIONS = ["secret", "smtp.url", "smtp.password", "encryptionKeys"]

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
  if (isSecret(name) || (name === "smtp" && typeof value !== "object")) return "a value that is not shown"
  return JSON.stringify(value, (key, inner: unknown) => (isSecret(`${name}.${key}`) ? "…" : inner))
}

/** What stands inside a secret option is as secret, whatever was given in its place. */
function isSecret(name: string): boolean {
  return SECRET_OPTIONS.some((secret) => name === secret || name.startsWith(`${secret}.`))
}
