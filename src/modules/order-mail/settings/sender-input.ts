import { z } from "@medusajs/framework/zod"
import { isIP } from "node:net"
import isFQDN from "validator/lib/isFQDN"
import { readAddrSpec } from "../../../sender/addr-spec"
import { SENDER_FIELDS, TLS_MODES } from "./sender-fields"

/** Names the field in front of what is wrong, since Medusa does not; the settings page shows it there. */
const because = (words: string) => ({
  error: ({ path = [] }: { path?: PropertyKey[] | undefined }) => `${path.map(String).join(".")}: ${words}`,
})

const domainName = (value: string) => isFQDN(value, { require_tld: false, allow_underscores: true })
const hostName = (value: string) => isIP(value) !== 0 || domainName(value)
/** Nothing that ends a line or a mail's header. */
const oneLine = z
  .string()
  .trim()
  .regex(/^\P{Cc}*$/u, because("takes one line of text without control characters"))

const address = z
  .string()
  .trim()
  .refine(
    (value) => readAddrSpec(value)?.smtputf8 === false,
    because("takes one e-mail address, for example orders@shop.example"),
  )

const host = z.string().trim().max(253).refine(hostName, because("takes the name or IP address of a server"))
const password = oneLine.min(1).max(500).optional()

export const smtpInput = z
  .strictObject({
    url: z.string().trim().max(1000),
    host,
    port: z.number().int().min(1).max(65535),
    tls: z.enum(TLS_MODES),
    user: oneLine.max(320).nullable(),
    password,
  })
  .partial()

/** What may be saved of the section "Sender and domain". */
export const senderInput = z
  .strictObject({
    address,
    name: oneLine.min(1).max(75).nullable(),
    reply_to: address.nullable(),
    archive_address: address.nullable(),
    archive_mailbox: z.strictObject({ host, user: oneLine.min(1).max(320), password }).nullable(),
    smtp: smtpInput.nullable(),
    dkim: z.enum(["own-key", "relay-signs"]),
    sending_hosts: z
      .array(z.string().trim().refine(hostName, because("takes names and IP addresses of servers")))
      .max(50),
    spf_include: z.string().trim().max(253).refine(domainName, because("takes a domain name")).nullable(),
  })
  .partial()

export type SenderInput = z.output<typeof senderInput>

export const senderFieldName = z.enum(SENDER_FIELDS)

export const saveSenderInput = z
  .strictObject({
    shop_id: z.string().min(1).nullable(),
    version: z.number().int().min(0),
    set: senderInput.default({}),
    inherit: z.array(senderFieldName).default([]),
  })
  .refine(({ set, inherit }) => !inherit.some((field) => set[field] !== undefined), {
    message: "a field can be set or inherited, not both",
  })

export type SaveSenderInput = z.output<typeof saveSenderInput>
