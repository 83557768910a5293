import { expect, it } from "vitest"
import { safeUrl } from "../../../src/rendering/safe-url"

it.each([
  ["https://shop.example/a b.png?x=1&y=2", "https://shop.example/a%20b.png?x=1&y=2"],
  ["http://localhost:9000/static/p.png", "http://localhost:9000/static/p.png"],
  ['https://shop.example/"><script>', "https://shop.example/%22%3E%3Cscript%3E"],
])("lets %j through as %j", (address, expected) => {
  expect(safeUrl(address)).toBe(expected)
})

it.each([
  null,
  "",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "cid:logo",
  "/static/p.png",
  "//shop.example/p.png",
  "https://user:secret@shop.example/",
  "https://",
])("drops %j", (address) => {
  expect(safeUrl(address)).toBeNull()
})
