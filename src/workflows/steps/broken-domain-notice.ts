import type { SenderReason } from "../../sender/sender-reasons"
import type { BrokenSenderDomain } from "./ask-dns-about-sender"

interface Words {
  title: (domain: string) => string
  text: (domain: string, because: string) => string
  /** What a check can find. Other reasons do not come of one. */
  because: Partial<Record<SenderReason, string>>
  otherwise: string
}

const ENGLISH: Words = {
  title: (domain) => `Order e-mails: ${domain}`,
  text: (domain, because) =>
    `E-mails are no longer sent from ${domain} but through the fallback, because ${because}. What to do is under Settings, Order e-mails.`,
  because: {
    "dkim-missing": "its DKIM record is missing",
    "dkim-wrong": "its DKIM record does not have the right key",
    "spf-missing": "its SPF record is missing",
    "spf-fails": "its SPF record does not permit the mail server",
    "spf-invalid": "its SPF record has an error",
    "dmarc-not-aligned": "its DMARC policy does not allow mails that are not signed here",
  },
  otherwise: "its DNS records do not permit it any more",
}

const GERMAN: Words = {
  title: (domain) => `Bestell-E-Mails: ${domain}`,
  text: (domain, because) =>
    `E-Mails werden nicht mehr mit der Domain ${domain} versendet, sondern über den Ersatzabsender, weil ${because}. Was zu tun ist, steht unter Einstellungen, Bestell-E-Mails.`,
  because: {
    "dkim-missing": "der DKIM-Eintrag fehlt",
    "dkim-wrong": "der DKIM-Eintrag nicht den richtigen Schlüssel enthält",
    "spf-missing": "der SPF-Eintrag fehlt",
    "spf-fails": "der SPF-Eintrag den Mailserver nicht erlaubt",
    "spf-invalid": "der SPF-Eintrag fehlerhaft ist",
    "dmarc-not-aligned": "die DMARC-Richtlinie keine E-Mails erlaubt, die nicht hier signiert werden",
  },
  otherwise: "die DNS-Einträge es nicht mehr erlauben",
}

/**
 * The words for the admin's feed, which keeps them as they are, whoever reads them.
 * @param language of the shop; its merchant reads German, or else English
 */
export function brokenDomainNotice(
  { domain, reason }: BrokenSenderDomain,
  language: string,
): { title: string; description: string } {
  const words = language === "de" ? GERMAN : ENGLISH
  return { title: words.title(domain), description: words.text(domain, words.because[reason] ?? words.otherwise) }
}
