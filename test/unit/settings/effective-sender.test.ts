import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { effectiveSender } from "../../../src/modules/order-mail/settings/effective-sender"
import {
  SENDER_FIELDS,
  type SenderFields,
  type StoredSmtp,
} from "../../../src/modules/order-mail/settings/sender-fields"

const OPTIONS: SenderFields = {
  address: "orders@platform.example",
  name: null,
  reply_to: null,
  archive_address: null,
  archive_mailbox: null,
  smtp: null,
  dkim: "own-key",
  sending_hosts: ["mx.platform.example"],
  spf_include: "_spf.platform.example",
}
const server = (host: string): StoredSmtp => ({ host, port: 587, tls: "starttls", user: null, password: null })

describe("what applies to a shop", () => {
  it("is inherited field by field, from the options, the store, and the shop itself", () => {
    const store = { name: "Lindner", reply_to: "service@lindner.example" }
    const { settings } = effectiveSender(OPTIONS, store, "sc_1", {
      reply_to: null,
      archive_address: "a@lindner.example",
    })
    expect(settings.address).toEqual({
      value: "orders@platform.example",
      origin: "options",
      inherited: { value: "orders@platform.example", origin: "options" },
    })
    expect(settings.name).toMatchObject({ value: "Lindner", origin: "store" })
    // Set to nothing is not the same as not set.
    expect(settings.reply_to).toEqual({
      value: null,
      origin: "shop",
      inherited: { value: "service@lindner.example", origin: "store" },
    })
    expect(settings.archive_address).toMatchObject({
      value: "a@lindner.example",
      origin: "shop",
      inherited: { value: null },
    })
  })

  it.each([
    ["the platform's server", {}, {}, "platform", ["mx.platform.example"]],
    ["the store's own server", { smtp: server("mx.store.example") }, {}, "store", []],
    ["its own server", { smtp: server("mx.store.example") }, { smtp: server("mx.shop.example") }, "sc_1", []],
    [
      "the platform's again, over the store's",
      { smtp: server("a.example"), sending_hosts: ["192.0.2.1"] },
      { smtp: null },
      "platform",
      ["mx.platform.example"],
    ],
    [
      "the store's, with its hosts",
      { smtp: server("a.example"), sending_hosts: ["192.0.2.1"] },
      {},
      "store",
      ["192.0.2.1"],
    ],
    [
      "its own, without the store's hosts",
      { smtp: server("a.example"), sending_hosts: ["192.0.2.1"] },
      { smtp: server("b.example") },
      "sc_1",
      [],
    ],
    [
      "its own, with its own hosts",
      {},
      { smtp: server("b.example"), sending_hosts: ["192.0.2.2"] },
      "sc_1",
      ["192.0.2.2"],
    ],
  ])("sends through %s", (_, store, shop, mailServer, hosts) => {
    const effective = effectiveSender(OPTIONS, store, "sc_1", shop)
    expect(effective.mailServer).toBe(mailServer)
    expect(effective.settings.sending_hosts.value).toEqual(hosts)
    expect(effective.settings.spf_include.value).toBe(mailServer === "platform" ? "_spf.platform.example" : null)
  })

  it("of the store itself shows what the store sets", () => {
    const effective = effectiveSender(OPTIONS, { smtp: server("a.example") }, null, { smtp: server("ignored.example") })
    expect(effective.mailServer).toBe("store")
    expect(effective.settings.smtp).toMatchObject({ origin: "store", inherited: { value: null, origin: "options" } })
  })

  it("never pairs hosts of one mail server with another, whatever is set where", () => {
    const level = fc.record(
      {
        smtp: fc.option(fc.constantFrom("a.example", "b.example").map(server), { nil: null }),
        sending_hosts: fc.constantFrom<string[]>(["192.0.2.1"], ["192.0.2.2"], []),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(level, level, (store, shop) => {
        const { settings, mailServer } = effectiveSender(OPTIONS, store, "sc_1", shop)
        const { origin } = settings.sending_hosts
        if (origin === "shop") expect(settings.sending_hosts.value).toBe(shop.sending_hosts)
        if (origin === "store") expect(mailServer).toBe("store")
        if (origin === "options") expect([[], OPTIONS.sending_hosts]).toContainEqual(settings.sending_hosts.value)
        // The platform's hosts are the operator's to name, whatever a merchant has set.
        if (mailServer === "platform") expect(origin).toBe("options")
        else expect(settings.sending_hosts.value).not.toBe(OPTIONS.sending_hosts)
      }),
    )
  })

  it("has every field", () => {
    expect(Object.keys(effectiveSender(OPTIONS, {}, null, {}).settings).sort()).toEqual([...SENDER_FIELDS].sort())
  })
})
