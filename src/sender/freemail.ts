import { readFileSync } from "node:fs"
import { parse } from "tldts"
import { COMMON_PROVIDERS, OTHER_PROVIDERS, PROVIDER_NAMES } from "./mail-providers"

/**
 * Is this a domain where everybody can have a mailbox, for long or for ten minutes? Nobody's shop owns it, and most of
 * them ask receivers to refuse mail that claims it from elsewhere (DMARC).
 *
 * @param domain A-labels; a subdomain of such a domain is one, too.
 */
export function isFreemail(domain: string): boolean {
  const { domainWithoutSuffix } = parse(domain)
  if (domainWithoutSuffix && PROVIDER_NAMES.includes(domainWithoutSuffix)) return true
  return parents(domain).some((name) => free().has(name) || disposable().has(name))
}

/** Is this a known provider of lasting mailboxes? */
export function isMailProvider(domain: string): boolean {
  return parents(domain).some((name) => free().has(name))
}

/** The domain and every one above it, down to the one that can be registered: `a.b.co.uk` -> `a.b.co.uk`, `b.co.uk`. */
function parents(domain: string): string[] {
  const name = domain.toLowerCase()
  const registrable = parse(name, { allowPrivateDomains: true }).domain
  if (!registrable) return [name]
  const above = name.slice(0, -registrable.length).split(".").slice(0, -1)
  return [...above.map((_label, index) => [...above.slice(index), registrable].join(".")), registrable]
}

/** The package's own function goes through 92,000 names one by one for each question, so only its data is used. */
const free = once(
  () => new Set([...lines(require.resolve("freemail/data/free.txt")), ...COMMON_PROVIDERS, ...OTHER_PROVIDERS]),
)
const disposable = once(() => new Set(lines(require.resolve("freemail/data/disposable.txt"))))

function lines(file: string): string[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean)
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
