import { describe, expect, it } from "vitest"
import { cleanServerWords, secretsOfLogin } from "../../../src/delivery/server-words"

describe("cleanServerWords", () => {
  it("keeps lines and takes away what cannot be stored", () => {
    expect(cleanServerWords("550-a\r\n550 b\u0000c\r\n")).toBe("550-a\n550 b c")
  })

  it("cuts no character in half, because the database refuses to store one", () => {
    const words = cleanServerWords(`${"x".repeat(1_999)}😀 and more`)
    expect(words).toBe("x".repeat(1_999))
    expect(cleanServerWords(`${"x".repeat(1_998)}😀 and more`)).toBe(`${"x".repeat(1_998)}😀`)
  })

  it("hides a login in every form in which a server can repeat it", () => {
    const secrets = secretsOfLogin("shop", "pa ss/1")
    const said = ["pa ss/1", "pa%20ss%2F1", Buffer.from("pa ss/1"), Buffer.from("\0shop\0pa ss/1")]
    for (const word of said) {
      const repeated = typeof word === "string" ? word : word.toString("base64")
      expect(cleanServerWords(`535 not ${repeated}`, secrets)).toBe("535 not ***")
    }
  })
})
