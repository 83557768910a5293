import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { SmtpTimeouts } from "../../delivery/smtp-options"
import { readServerAnswer } from "../../delivery/read-server-answer"
import type { Answer, Envelope } from "../../delivery/types"
import type { OrderFacts } from "../../kinds/order-facts"
import { sampleOccasionFor, type SampleMail } from "../../kinds/sample-mail"
import { inLanguage } from "../../rendering/language"
import type { Language } from "../../rendering/types"
import { createDnsResolver, type DnsResolver } from "../../sender/dns/resolver"
import { prepareOrderMail, type ShopSettings } from "../../sender/prepare-order-mail"
import type { PreparedMail } from "../../sender/prepared-mail"
import type { SendingHosts } from "../../sender/dns/sending-hosts"
import { sampleForShop } from "../../sender/sample-for-shop"
import type { SenderReason } from "../../sender/sender-reasons"
import type { TestFinding } from "../../sender/test-report/finding"
import { reportOnMail } from "../../sender/test-report/report-on-mail"
import { PLATFORM_SERVER, platformMailServer, type MailServer } from "./mail-servers"
import { openTransport } from "./open-transport"
import type { ResolvedOptions } from "./options"
import type { SenderDesk } from "./sender-desk"
import { sendingHosts } from "./sending-hosts"

/** A person waits for the answer, so a server has less time than for a mail of the outbox. */
const TIMEOUTS: SmtpTimeouts = {
  dnsSeconds: 10,
  connectionSeconds: 20,
  greetingSeconds: 20,
  socketSeconds: 60,
  transactionSeconds: 90,
}

export interface TestMailRequest {
  kind: string
  /** One of `sampleVariants(kind)`, for example a level; null: the kind's usual one. */
  variant?: string | null
  language: Language
  /** Checked to be exactly one address. */
  to: string
  /** Null: the sample order. */
  facts: OrderFacts | null
  /** Whose settings count for the sample order; null: the store's. A real one has a shop of its own. */
  shop: { id: string; name: string } | null
}

/** What became of a test mail; plain JSON. */
export interface TestMailResult {
  /** `captured`: there is no mail server to hand it to. */
  result: "accepted" | "refused" | "unknown" | "captured"
  answer: Answer | null
  subject: string
  from: string
  identity: "own-domain" | "fallback"
  identityReason: SenderReason
  report: TestFinding[]
}

/** A mail that can be sent: what {@link prepareOrderMail} leaves open for those that cannot is there. */
interface SendableMail {
  row: PreparedMail["row"] & {
    recipient: string
    return_path: string
    subject: string
    from_address: string
    sender_identity: TestMailResult["identity"]
    sender_reason: SenderReason
  }
  content: Buffer
}

/**
 * Sends test mails: composed, signed and handed over as the shop's mails are, but at once, marked, and remembered nowhere.
 */
export class TestMailDesk {
  private readonly resolver: DnsResolver

  constructor(
    private readonly options: ResolvedOptions,
    private readonly sender: SenderDesk,
  ) {
    const { servers, timeoutMs } = options.dns
    this.resolver = createDnsResolver({ servers: servers ?? null, timeoutMs, tries: 2 })
  }

  /**
   * Writes, sends and judges one test mail. No copy goes to the archive.
   * @throws MedusaError INVALID_DATA when no mail can be written or its recipient's domain takes none; its message ends
   * with the state's reason
   */
  async send(request: TestMailRequest): Promise<TestMailResult> {
    const shop = request.facts?.shop ?? request.shop ?? { id: null, name: this.options.shop.name }
    const settings = await this.sender.settings(shop)
    const now = new Date()
    const { kind, language } = request
    const sample = sampleOf(request, settings, now)
    const facts = inLanguage({ ...sample.facts, shop }, language)
    const prepared = await prepareOrderMail(
      {
        mailId: generateEntityId("", "omt").toLowerCase(),
        kind,
        level: null,
        occasion: sample.occasion,
        occurrence: "test",
        // Whether the order would get this mail is not the question.
        decision: { send: true },
        facts,
        to: request.to,
        resendOf: null,
        now,
        testMail: true,
      },
      settings,
    )
    const mail = sendable(prepared, request)
    const { row } = mail
    const [delivered, report] = await Promise.all([this.deliver(mail), this.report(mail, facts.shop.id)])
    return {
      ...delivered,
      subject: row.subject,
      from: row.from_name ? `${row.from_name} <${row.from_address}>` : row.from_address,
      identity: row.sender_identity,
      identityReason: row.sender_reason,
      report,
    }
  }

  private async deliver({ row, content }: SendableMail): Promise<Pick<TestMailResult, "result" | "answer">> {
    const transport = openTransport(await this.serverOf(row.mail_server), TIMEOUTS)
    if (transport.mode === "capture") return { result: "captured", answer: null }
    const envelope: Envelope = { from: row.return_path, to: row.recipient }
    const { outcome, answer } = readServerAnswer(await transport.send({ envelope, content }))
    await transport.close()
    return { result: outcome === "accepted" || outcome === "unknown" ? outcome : "refused", answer }
  }

  private async serverOf(key: string): Promise<MailServer> {
    const own = key === PLATFORM_SERVER ? [] : await this.sender.saved.listOwnMailServers()
    return own.find((server) => server.key === key) ?? platformMailServer(this.options)
  }

  private async report({ row, content }: SendableMail, shopId: string | null): Promise<TestFinding[]> {
    const { sending, dkimMode } = (await this.sender.of(shopId)).question
    const isOwn = row.sender_identity === "own-domain"
    const platform = platformMailServer(this.options)
    return reportOnMail(
      {
        content,
        returnPath: row.return_path,
        // The fallback always leaves through the platform's server.
        sendingHosts: isOwn ? knownHosts(sending) : sendingHosts(this.options.sender.sendingHosts, platform.smtp),
        // Whether the platform's server signs for the fallback's domain is the operator's business, and not ours to see.
        relaySigns: !isOwn || dkimMode === "relay-signs",
      },
      { resolver: this.resolver, spamd: this.options.spamd ?? null },
    )
  }
}

/** @throws MedusaError INVALID_DATA that names what there is, when the kind has no such variant */
function sampleOf({ kind, variant, language, facts }: TestMailRequest, settings: ShopSettings, now: Date): SampleMail {
  try {
    if (facts === null) return sampleForShop(settings, { kind, variant, language, now })
    return { facts, occasion: sampleOccasionFor(facts, { kind, variant, now }) }
  } catch (error) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, error instanceof Error ? error.message : String(error))
  }
}

/** An include speaks for hosts that only its owner knows; the server that takes our mails need not be one of them. */
function knownHosts({ hosts, include, assumed }: SendingHosts): readonly string[] {
  return assumed && include !== null ? [] : hosts
}

/** @throws MedusaError INVALID_DATA when the mail is not to be sent */
function sendable({ row, content }: PreparedMail, { to }: TestMailRequest): SendableMail {
  if (row.state === "queued" && content && row.return_path) return { row, content } as SendableMail
  const detail = row.state_detail ? ` (${row.state_detail})` : ""
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `no test mail was sent to ${to}${detail}: ${row.state_reason ?? row.state}`,
  )
}
