import { describe, expect, it } from "vitest"
import { parseOptions, type ResolvedOptions } from "../../../src/modules/order-mail/options"
import { effectiveSender } from "../../../src/modules/order-mail/settings/effective-sender"
import { senderFieldsOfOptions, type SenderFields } from "../../../src/modules/order-mail/settings/sender-fields"
import { shopSettings, type DomainKnowledge } from "../../../src/modules/order-mail/shop-settings"
import { SECTIONS, type SectionFields } from "../../../src/modules/order-mail/settings/section-registry"
import { decideSenderIdentity } from "../../../src/sender/identity"

const options = parseOptions({
  secret: "a secret that is long enough for a test",
  shop: { name: "Plattform" },
  sender: { address: "orders@platform.example", trusted: true },
  fallback: { domain: "versand.example" },
  bankTransfer: { accountHolder: "Plattform", iban: "DE89370400440532013000" },
})

/** What applies where nobody has set anything; own texts there are none. */
function sectionsOfOptions(given: ResolvedOptions): SectionFields {
  const { branding, notifications, bank, wording, dunning } = SECTIONS
  return {
    branding: branding.base(given),
    notifications: notifications.base(given),
    bank: bank.base(given),
    wording: wording.base(given),
    texts: {},
    dunning: dunning.base(given),
  }
}

function settingsWith(shop: Partial<SenderFields>, store: Partial<SenderFields> = {}, channelName = "B2B-Shop") {
  const effective = effectiveSender(senderFieldsOfOptions(options), store, "sc_1", shop)
  const domain: DomainKnowledge = {
    standing: null,
    signerFor: () => Promise.resolve(null),
    recipientDomain: () => Promise.resolve("unknown"),
  }
  return shopSettings(options, { sender: effective, sections: sectionsOfOptions(options), domain }, channelName)
}

/** What mails of a shop with these settings go out as, when DNS was never asked. */
function identityWith(...settingsOf: Parameters<typeof settingsWith>) {
  const settings = settingsWith(...settingsOf)
  const decided = decideSenderIdentity(settings.sender)
  return { ...decided, address: decided.identity && decided.from.address, mailServer: settings.mailServer }
}

const smtp = { host: "m.example", port: 587, tls: "starttls", user: null, password: null } as const

describe("what the operator vouches for", () => {
  it("is the options' domain through the options' server", () => {
    expect(identityWith({})).toMatchObject({
      identity: "own-domain",
      reason: "operator-vouches",
      mailServer: "platform",
    })
    expect(identityWith({ address: "b2b@Platform.example" })).toMatchObject({ reason: "operator-vouches" })
  })

  it.each([
    ["another domain", { address: "chef@bank.example" }],
    ["a domain that only looks like it", { address: "orders@evil.platform.example" }],
    ["another server", { smtp }],
  ])("is not %s that a merchant sets", (_, shop) => {
    expect(identityWith(shop)).toMatchObject({ identity: "fallback", reason: "domain-not-checked" })
  })
})

describe("the archive's address", () => {
  it("is in A-labels, so that the customer's mail needs no more of the server than without it", () => {
    expect(settingsWith({ archive_address: "archiv@b\u00fccher.example" }).archiveAddress).toBe(
      "archiv@xn--bcher-kva.example",
    )
    expect(settingsWith({}).archiveAddress).toBeNull()
  })
})

describe("the fallback's address", () => {
  it("is a shop's own, made of its name", () => {
    expect(identityWith({ smtp, name: "Bäckerei Groß" }).address).toBe("baeckerei-gross@versand.example")
  })

  it("is made of the sales channel's name where the shop has no name of its own, so that no two share it", () => {
    expect(identityWith({ smtp }).address).toBe("b2b-shop@versand.example")
    expect(identityWith({ smtp }, { name: "Plattform GmbH" }).address).toBe("b2b-shop@versand.example")
    expect(identityWith({ smtp }, {}, "Café").address).toBe("cafe@versand.example")
    // Set to nothing: the options' name is shown, and still tells no shop from another.
    expect(identityWith({ smtp, name: null }).address).toBe("b2b-shop@versand.example")
  })
})
