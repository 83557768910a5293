import { describe, expect, it } from "vitest"
import { decideSenderIdentity } from "../../../src/sender/identity"

const shop = {
  shopName: "Kaffeehaus Lindner",
  address: "orders@lindner.example",
  trusted: false,
  fallbackAddress: null,
}

describe("decideSenderIdentity", () => {
  it("claims the own domain when the operator vouches for it", () => {
    expect(decideSenderIdentity({ ...shop, trusted: true, fallbackAddress: "lindner@platform.example" })).toEqual({
      identity: "own-domain",
      reason: "operator-vouches",
      from: { name: "Kaffeehaus Lindner", address: "orders@lindner.example" },
      replyTo: "orders@lindner.example",
      sentOnBehalfOf: null,
    })
  })

  it("sends under the own domain when there is no fallback, and says so", () => {
    expect(decideSenderIdentity(shop)).toMatchObject({ identity: "own-domain", reason: "no-fallback-configured" })
  })

  it("speaks through the fallback otherwise, with replies to the shop", () => {
    expect(decideSenderIdentity({ ...shop, fallbackAddress: "lindner@platform.example" })).toEqual({
      identity: "fallback",
      reason: "domain-not-checked",
      from: { name: "Kaffeehaus Lindner", address: "lindner@platform.example" },
      replyTo: "orders@lindner.example",
      sentOnBehalfOf: "orders@lindner.example",
    })
  })

  it("prefers the sender's own name and reply address", () => {
    expect(
      decideSenderIdentity({ ...shop, name: "Lindner Bestellungen", replyTo: "service@lindner.example" }),
    ).toMatchObject({ from: { name: "Lindner Bestellungen" }, replyTo: "service@lindner.example" })
  })
})
