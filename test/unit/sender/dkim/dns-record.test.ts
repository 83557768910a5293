import { describe, expect, it } from "vitest"
import { dkimDnsRecord, revokedDkimDnsRecord, splitTxt } from "../../../../src/sender/dkim/dns-record"
import { generateDkimKeyPair } from "../../../../src/sender/dkim/key-pair"
import { nextSelector } from "../../../../src/sender/dkim/selector"

describe("the DNS record of a key", () => {
  it("is one text, and the same in strings of 255 octets", async () => {
    const { publicKey, privateKey } = await generateDkimKeyPair()
    const record = dkimDnsRecord("om202607a", "shop.example", publicKey)
    expect(record).toMatchObject({ name: "om202607a._domainkey.shop.example", type: "TXT" })
    expect(record.value).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{392}$/)
    expect(record.strings.map(({ length }) => length)).toEqual([255, 155])
    expect(record.strings.join("")).toBe(record.value)
    expect(privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
  })

  it("revokes by an empty key", () => {
    expect(revokedDkimDnsRecord("om202607a", "shop.example")).toMatchObject({ value: "v=DKIM1; p=" })
  })

  it.each([
    ["", [0]],
    ["x".repeat(255), [255]],
    ["x".repeat(256), [255, 1]],
    ["x".repeat(511), [255, 255, 1]],
  ])("cuts %#", (value, lengths) => {
    const strings = splitTxt(value)
    expect(strings.map(({ length }) => length)).toEqual(lengths)
    expect(strings.join("")).toBe(value)
  })
})

describe("nextSelector", () => {
  const july = new Date("2026-07-31T23:30:00Z")

  it.each([
    [[], "om202607a"],
    [["om202606a", "om202607a"], "om202607b"],
    [["om202607b"], "om202607a"],
  ])("after %j is %s", (taken, selector) => {
    expect(nextSelector(taken, july)).toBe(selector)
  })

  it("goes on after z and never gives a name twice", () => {
    const taken: string[] = []
    for (let i = 0; i < 60; i += 1) taken.push(nextSelector(taken, july))
    expect(new Set(taken).size).toBe(60)
    expect(taken.slice(25, 29)).toEqual(["om202607z", "om202607aa", "om202607ab", "om202607ac"])
    expect(taken[52]).toBe("om202607ba")
  })
})
