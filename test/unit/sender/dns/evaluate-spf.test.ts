import { describe, expect, it } from "vitest"
import { evaluateSpf } from "../../../../src/sender/dns/evaluate-spf"
import { useDnsServer } from "./test-resolver"

const { server, resolver } = useDnsServer()

const evaluate = (ip = "192.0.2.25") => evaluateSpf("shop.example", ip, resolver())
const shopSays = (text: string) => server().set({ "shop.example": { TXT: [text] } })

/** More is in test/debian/spf.test.ts, where another program judges the same records. */
describe("evaluateSpf", () => {
  it.each([
    ["an unknown mechanism", "moo"],
    ["a broken address", "ip4:192.0.2"],
    ["a prefix that is too long", "a:us.example/33"],
    ["a second redirection", "redirect=a.example redirect=b.example"],
    ["a macro that does not exist", "exists:%{q}.example"],
  ])("does not pass a record with %s behind what permits us", async (_, term) => {
    shopSays(`v=spf1 ip4:192.0.2.25 ${term} -all`)
    expect(await evaluate()).toBe("permerror")
  })

  it("takes %{d} of an included record for the included domain", async () => {
    shopSays("v=spf1 include:spf.platform.example -all")
    server().set({
      "spf.platform.example": { TXT: ["v=spf1 exists:%{ir}.%{d} -all"] },
      "25.2.0.192.spf.platform.example": { A: ["127.0.0.2"] },
    })
    expect(await evaluate()).toBe("pass")
    expect(await evaluate("192.0.2.26")).toBe("fail")
  })

  it("asks for addresses of the sender's family only, and counts those that are missing", async () => {
    shopSays("v=spf1 a:one.example a:two.example a:three.example ip4:192.0.2.25 -all")
    const onlyIPv6 = { A: [], AAAA: ["2001:db8::1"] }
    server().set({ "one.example": onlyIPv6, "two.example": onlyIPv6, "three.example": onlyIPv6 })
    expect(await evaluate()).toBe("too-many-lookups")
    expect(await evaluate("2001:db8::1")).toBe("pass")
    expect(server().queries.filter(({ type }) => type === "AAAA")).toHaveLength(1)
  })

  it("is not stopped by a server that does not answer for the other family", async () => {
    shopSays("v=spf1 a:mail.example -all")
    server().set({ "mail.example": { A: ["192.0.2.25"], AAAA: "servfail" } })
    expect(await evaluate()).toBe("pass")
    expect(await evaluate("192.0.2.26")).toBe("fail")
    expect(await evaluate("2001:db8::1")).toBe("temperror")
  })

  it("asks no further than the limit of look-ups", async () => {
    shopSays("v=spf1 include:shop.example -all")
    expect(await evaluate()).toBe("too-many-lookups")
    expect(server().queries).toHaveLength(11)
  })

  it("takes a name for whom the address has one that leads back", async () => {
    server().set({
      "25.2.0.192.in-addr.arpa": { PTR: ["gone.shop.example", "down.shop.example", "mail.shop.example"] },
      "down.shop.example": "servfail",
      "mail.shop.example": { A: ["192.0.2.25"] },
      "permitted.mail.shop.example": { A: ["127.0.0.2"] },
    })
    shopSays("v=spf1 ptr -all")
    expect(await evaluate()).toBe("pass")
    shopSays("v=spf1 exists:permitted.%{p} -all")
    expect(await evaluate()).toBe("pass")
    shopSays("v=spf1 ptr:other.example -all")
    expect(await evaluate()).toBe("fail")
  })

  it.each(["a..example", `${"a".repeat(64)}.example`, ""])("finds none at %j, which is no name", async (name) => {
    expect(await evaluateSpf(name, "192.0.2.25", resolver())).toBe("none")
  })
})
