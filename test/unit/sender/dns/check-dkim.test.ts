import { describe, expect, it } from "vitest"
import { checkDkim } from "../../../../src/sender/dns/check-dkim"
import { OTHER_KEY, OUR_KEY } from "./dkim-keys"
import { useDnsServer } from "./test-resolver"

const { server, resolver } = useDnsServer()

const NAME = "om1._domainkey.shop.example"
const OURS = `v=DKIM1; k=rsa; p=${OUR_KEY.spki}`
const check = () => checkDkim("shop.example", { mode: "own-key", selector: "om1", publicKey: OUR_KEY.spki }, resolver())

describe("checkDkim", () => {
  it.each([
    ["as we advise it", OURS],
    ["without the optional tags", `p=${OUR_KEY.spki}`],
    ["with blanks inside the key and a semicolon at the end", `v=DKIM1; p=${OUR_KEY.spki.replace(/(.{60})/g, "$1 ")};`],
    ["as the RSAPublicKey of the standard", `v=DKIM1; k=rsa; p=${OUR_KEY.pkcs1}`],
    ["for e-mail, with SHA-256 among its hashes", `v=DKIM1; h=sha1:sha256; s=email; p=${OUR_KEY.spki}`],
    ["in test mode, with a note and an unknown tag", `v=DKIM1; t=y; n=our key; x=1; p=${OUR_KEY.spki}`],
  ])("finds our key published %s", async (_form, text) => {
    server().set({ [NAME]: { TXT: [text] } })
    expect(await check()).toEqual({
      check: "dkim",
      status: "ok",
      reason: "dkim-published",
      found: [text],
      wanted: OURS,
      record: null,
    })
  })

  it("follows an alias to our key", async () => {
    server().set({ [NAME]: { CNAME: "shop.dkim.platform.example" }, "shop.dkim.platform.example": { TXT: [OURS] } })
    expect(await check()).toMatchObject({ status: "ok", reason: "dkim-published" })
  })

  it.each([
    ["another key", [`v=DKIM1; k=rsa; p=${OTHER_KEY.spki}`], "dkim-other-key"],
    ["a revoked key", ["v=DKIM1; k=rsa; p="], "dkim-revoked"],
    ["our key and another one", [OURS, `v=DKIM1; p=${OTHER_KEY.spki}`], "dkim-several-records"],
    ["our key twice", [OURS, OURS], "dkim-several-records"],
    ["no key", ["v=DKIM1; k=rsa"], "dkim-invalid"],
    ["something else, as from a wildcard", ["v=spf1 -all"], "dkim-invalid"],
    ["an unknown version", [`v=DKIM2; p=${OUR_KEY.spki}`], "dkim-invalid"],
    ["a version that does not come first", [`p=${OUR_KEY.spki}; v=DKIM1`], "dkim-invalid"],
    ["another type of key", [`v=DKIM1; k=ed25519; p=${OUR_KEY.spki}`], "dkim-invalid"],
    ["a key for SHA-1 only", [`v=DKIM1; h=sha1; p=${OUR_KEY.spki}`], "dkim-invalid"],
    ["a key for another service", [`v=DKIM1; s=tlsrpt; p=${OUR_KEY.spki}`], "dkim-invalid"],
    ["a key that was cut off", [`v=DKIM1; p=${OUR_KEY.spki.slice(0, 200)}`], "dkim-invalid"],
    ["a tag twice", [`p=; p=${OUR_KEY.spki}`], "dkim-invalid"],
    ["quotation marks that were typed along", [`"${OURS}"`], "dkim-invalid"],
    ["an empty text", [""], "dkim-invalid"],
  ])("is not content with %s", async (_what, texts, reason) => {
    server().set({ [NAME]: { TXT: texts } })
    expect(await check()).toEqual({
      check: "dkim",
      status: "wrong",
      reason,
      found: texts,
      wanted: OURS,
      record: { type: "TXT", name: NAME, value: OURS },
    })
  })

  it.each([
    ["the domain is not there", {}],
    ["the name is not there", { "shop.example": { A: ["192.0.2.1"] } }],
    ["the name has no text", { [NAME]: { A: ["192.0.2.1"] } }],
  ])("gives the record to copy when %s", async (_what, zones) => {
    server().set(zones)
    expect(await check()).toEqual({
      check: "dkim",
      status: "missing",
      reason: "dkim-missing",
      found: [],
      wanted: OURS,
      record: { type: "TXT", name: NAME, value: OURS },
    })
  })

  it.each(["servfail", "refused", "silent"] as const)("knows nothing when the server is %s", async (refusal) => {
    server().set({ [NAME]: refusal })
    expect(await check()).toMatchObject({ status: "unknown", reason: "dns-no-answer", found: [] })
  })

  it("asks nothing when the relay signs", async () => {
    expect(await checkDkim("shop.example", { mode: "relay-signs" }, resolver())).toMatchObject({
      status: "unknown",
      reason: "dkim-relay-signs",
      record: null,
    })
    expect(server().queries).toEqual([])
  })
})
