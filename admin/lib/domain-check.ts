import type { AdminDnsRecord, AdminDomainCheckResult, CheckStatus } from "../../src/api/sender-types"
import type { StateColor } from "./mail-state"

export const CHECK_COLORS: Record<CheckStatus, StateColor> = {
  ok: "green",
  missing: "red",
  wrong: "red",
  unknown: "grey",
}

/** How many results want the merchant to do something; `unknown` says nothing either way. */
export const troubleCount = (checks: AdminDomainCheckResult[]): number =>
  checks.filter(({ status }) => status === "missing" || status === "wrong").length

/** What DNS should have, unless the record to copy or what was found says it already. */
export const wantedBesides = ({ wanted, found, record }: AdminDomainCheckResult): string | null =>
  wanted === record?.value || (wanted !== null && found.includes(wanted)) ? null : wanted

/** Whether one of the checks shows the record already. */
export const isShownBy = (checks: AdminDomainCheckResult[] | null, { name, value }: AdminDnsRecord): boolean =>
  checks?.some(({ record }) => record?.name === name && record.value === value) ?? false
