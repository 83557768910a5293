import type { DnsResolver } from "../dns/resolver"
import { altTextsFinding } from "./alt-texts-finding"
import { dkimFinding } from "./dkim-finding"
import { dmarcFinding } from "./dmarc-finding"
import type { TestFinding } from "./finding"
import { inspectMessage } from "./inspect-message"
import { replyToFinding } from "./reply-to-finding"
import { sizeFinding } from "./size-finding"
import { spamFinding } from "./spam-finding"
import type { SpamdServer } from "./spamd-client"
import { spfFinding } from "./spf-finding"
import { textPartFinding } from "./text-part-finding"

export interface MailToReportOn {
  /** As it was handed to the mail server. */
  content: Buffer
  /** The address in MAIL FROM. */
  returnPath: string
  /** Names and IP addresses receivers see the mail come from. */
  sendingHosts: readonly string[]
  /** The mail server may sign it after us. */
  relaySigns: boolean
}

export interface ReportTools {
  resolver: DnsResolver
  /** Null: no spam filter is asked. */
  spamd: SpamdServer | null
}

/**
 * What receivers will find when they look at a mail, in the order of TEST_CHECKS; `spam` only where spamd is asked.
 * Never throws, whatever the bytes are and whatever DNS and spamd say or leave out.
 */
export async function reportOnMail(mail: MailToReportOn, { resolver, spamd }: ReportTools): Promise<TestFinding[]> {
  const [message, spf, dkim, spam] = await Promise.all([
    inspectMessage(mail.content),
    spfFinding(mail.returnPath, mail.sendingHosts, resolver),
    dkimFinding(mail.content, mail.relaySigns, resolver),
    spamd ? spamFinding(spamd, mail.content) : null,
  ])
  return [
    spf.finding,
    dkim.finding,
    await dmarcFinding(message.fromDomain, spf, dkim, resolver),
    replyToFinding(message),
    textPartFinding(message),
    altTextsFinding(message),
    sizeFinding(message),
    ...(spam ? [spam] : []),
  ]
}
