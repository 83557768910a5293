import fc from "fast-check"
import type { NameRecords, Zones } from "../helpers/dns-server"

/** The addresses that send. */
export const IPV4 = "192.0.2.25"
export const IPV6 = "2001:db8::25"

/** Domains of every sort that records can lead to. */
export const OTHER_DOMAINS: Zones = {
  "us.example": { A: [IPV4], AAAA: [IPV6] },
  "us4.example": { A: [IPV4] },
  "us6.example": { AAAA: [IPV6] },
  "other.example": { A: ["203.0.113.9"], AAAA: ["2001:db8:9::1"] },
  "nothing.example": { TXT: ["some-verification=1"] },
  "down.example": "servfail",
  "down6.example": { A: [IPV4], AAAA: "servfail" },
  "alias.example": { CNAME: "us.example" },
  "mx-us.example": { MX: [{ exchange: "us.example", priority: 1 }] },
  "mx-gone.example": { MX: [{ exchange: "gone.example", priority: 1 }] },
  "mx-null.example": { MX: [{ exchange: "", priority: 0 }] },
  "spf-us.example": { TXT: [`v=spf1 ip4:${IPV4} ip6:${IPV6} -all`] },
  "spf-alias.example": { CNAME: "spf-us.example" },
  "spf-none.example": { TXT: ["v=spf1 -all"] },
  "spf-soft.example": { TXT: ["v=spf1 ip4:198.51.100.1 ~all"] },
  "spf-to-us.example": { TXT: ["v=spf1 redirect=spf-us.example"] },
  "spf-broken.example": { TXT: [`v=spf1 ip4:${IPV4} ip4:1.2.3 -all`] },
  "spf-twice.example": { TXT: [`v=spf1 ip4:${IPV4} -all`, "v=spf1 -all"] },
  "spf-loop.example": { TXT: ["v=spf1 include:shop.example -all"] },
  "spf-macro.example": { TXT: ["v=spf1 exists:%{ir}.%{d} -all"] },
  "25.2.0.192.spf-macro.example": { A: ["127.0.0.2"] },
  "spf-own.example": {
    TXT: ["v=spf1 mx a -all"],
    A: [IPV4],
    MX: [{ exchange: "other.example", priority: 1 }],
  },
  "25.2.0.192.in-addr.arpa": { PTR: ["us.example"] },
}

const NAMES = [
  ...Object.keys(OTHER_DOMAINS).filter((name) => !name.endsWith(".arpa")),
  ...["gone.example", "gone2.example", "gone3.example", "us.example.", "localhost", "label..empty.example"],
  ...["%{i}.gone.example", "x%{o}", "%{l}.example", "%{ir}.spf-macro.example", "%{d2}", "%{h}", "%{p}", "%{v}.example"],
]
const TARGETS = fc.tuple(
  fc.constantFrom("", "-", "~", "?", "+"),
  fc.constantFrom("a", "A", "mx", "exists", "ptr"),
  fc.constantFrom(...NAMES),
  fc.constantFrom("", "", "", "/24", "/24//64", "//64", "/33", "/0"),
)
const TERM = fc.oneof(
  TARGETS.map((parts) => parts.slice(0, 2).join("") + `:${parts.slice(2).join("")}`),
  // pyspf refuses a record that includes itself without evaluating it; RFC 7208 knows of no such rule.
  fc.constantFrom(...NAMES.filter((name) => !/%\{[dh]/.test(name))).map((name) => `include:${name}`),
  fc.constantFrom(
    ...["a", "mx", "-a", "mx/24", "a//64", "a/24", "ptr", `ip4:${IPV4}`, "ip4:192.0.2.0/24", "ip4:198.51.100.1"],
    ...[`-ip4:${IPV4}`, "ip6:2001:db8::/32", `ip6:${IPV6}`, "ip6:::1", "ip4:0.0.0.0/0", `ip4:${IPV4}/0`, "ip6:::/0"],
    ...["ip4:192.0.2", `ip4:${IPV4}/33`, "ip4:192.0.2.025", `ip6:${IPV4}`, `ip4:${IPV6}`, "ip5:1", "all:x", "include"],
    ...["include:", "a:", "a:/24", "exists", "-", "a:us.example,", "%{x}=1", "exists:%(i).x", "exists:%{x}.example"],
    ...["1x=2", "=x", "foo=bar", "exp=other.example", "redirect=", "redirect=spf-us.example", "redirect=gone.example"],
    ...["redirect=down.example", "redirect=%{d}.gone.example", "redirect=spf-none.example"],
  ),
)

/** Records as they are found, and as they should not be. */
export const RECORD = fc
  .tuple(fc.array(TERM, { maxLength: 5 }), fc.constantFrom("-all", "~all", "?all", "", "-ALL", "all"))
  .map(([terms, all]) => ["v=spf1", ...terms, all].join(" "))

/** What else the domain has, for the mechanisms that lead to itself. */
export const OWN_RECORDS = fc.constantFrom<NameRecords>(
  {},
  { A: [IPV4] },
  { MX: [{ exchange: "us.example", priority: 1 }] },
)
