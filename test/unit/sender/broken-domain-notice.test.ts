import { describe, expect, it } from "vitest"
import { SENDER_REASONS } from "../../../src/sender/sender-reasons"
import { brokenDomainNotice } from "../../../src/workflows/steps/broken-domain-notice"

const notice = (reason: (typeof SENDER_REASONS)[number], language: string) =>
  brokenDomainNotice({ domain: "lindner.example", reason }, language)

/** What only a check of DNS can find. */
const FOUND = SENDER_REASONS.filter((reason) => /^(dkim|spf|dmarc)-/.test(reason))

describe("brokenDomainNotice", () => {
  it("tells a German shop in German, any other in English", () => {
    expect(notice("spf-missing", "de")).toEqual({
      title: "Bestell-E-Mails: lindner.example",
      description:
        "E-Mails werden nicht mehr mit der Domain lindner.example versendet, sondern über den Ersatzabsender, weil der SPF-Eintrag fehlt. Was zu tun ist, steht unter Einstellungen, Bestell-E-Mails.",
    })
    expect(notice("spf-missing", "fr").description).toContain("because its SPF record is missing.")
  })

  it.each(["de", "en"])("has words of its own for everything a check can find: %s", (language) => {
    const texts = FOUND.map((reason) => notice(reason, language).description)
    expect(new Set([...texts, notice("domain-not-checked", language).description]).size).toBe(FOUND.length + 1)
    for (const text of texts) expect(text).not.toMatch(/undefined|-missing|-wrong/)
  })
})
