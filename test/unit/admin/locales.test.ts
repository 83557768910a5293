import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import de from "../../../admin/i18n/json/de.json"
import en from "../../../admin/i18n/json/en.json"
import resources from "../../../admin/i18n"
import { ACCOUNT_CODES, ACCOUNT_FIELDS, ACCOUNT_PROBLEMS } from "../../../admin/lib/account-draft"
import { BRANDING_CARD_NAMES, EMPTY_BRANDING, HINTED_BRANDING } from "../../../admin/lib/branding-fields"
import { BRANDING_PROBLEMS } from "../../../admin/lib/branding-problem"
import { IMAGE_PROBLEMS, IMAGE_WARNINGS } from "../../../admin/lib/header-image"
import { CONTRAST_PAIRS } from "../../../src/rendering/shared/contrast"
import { CAUSE_KEYS } from "../../../admin/lib/causes"
import { CHANGED_FIELDS } from "../../../admin/lib/changed-fields"
import { CHECK_COLORS } from "../../../admin/lib/domain-check"
import { LAW_NOTES } from "../../../admin/lib/dunning-fields"
import { STEP_MOMENTS, STEP_SWITCHES } from "../../../admin/lib/dunning-steps"
import { DKIM_KEY_STANDINGS } from "../../../admin/lib/dkim-key"
import { ARCHIVE_PROBLEMS } from "../../../admin/lib/archive-draft"
import { MERCHANT_MAILS, NAMED_KINDS } from "../../../admin/lib/kinds"
import { NAMED_VARIANTS } from "../../../admin/lib/mail-variants"
import { PROVIDER_CLASSES } from "../../../admin/lib/provider-draft"
import { PATTERN_PROBLEMS } from "../../../admin/lib/reference-example"
import { NO_STEP_REASONS } from "../../../admin/lib/no-step-reasons"
import { STOP_PROBLEMS } from "../../../admin/lib/stop-draft"
import { PERIODS, PLAN_TYPES, UPCOMING_STATES } from "../../../admin/lib/upcoming-query"
import { REMEDIES } from "../../../admin/lib/remedies"
import { SETTING_PROBLEMS } from "../../../admin/lib/sender-draft"
import { SENDER_REMEDIES } from "../../../admin/lib/sender-remedies"
import { FINDING_COLORS, MAIL_LANGUAGES, RESULT_VARIANTS } from "../../../admin/lib/test-mail"
import { PLAN_PROBLEM_CODES } from "../../../src/dunning/check-plan"
import {
  BUSINESS_CUSTOMERS,
  DKIM_MODES,
  EMPTY_SETTINGS,
  GERMAN_ADDRESSES,
  NAMED_SETTINGS,
  NOTICE_MODES,
  NOTICES,
  SWITCHED,
} from "../../../admin/lib/setting-names"
import { ORIGINS } from "../../../admin/lib/setting-origin"
import { SECTION_NAMES } from "../../../admin/lib/section-names"
import { NAMED_PLACEHOLDERS, NAMED_TEXTS, PLURAL_FORMS, TEXT_SECTIONS } from "../../../admin/lib/text-names"
import { SMTP_PROBLEMS, SMTP_SOURCES, TLS_MODES } from "../../../admin/lib/smtp-draft"
import { PASSWORD_STANDINGS } from "../../../admin/lib/stored-password"
import type { AdminDomainCheckResult } from "../../../src/api/sender-types"
import type { AdminDunningStop } from "../../../src/api/dunning-types"
import type { AdminOrderMail } from "../../../src/api/types"
import type { ArchiveCopy } from "../../../src/delivery/types"
import { BUILT_IN_KINDS } from "../../../src/kinds/registry"
import { MAIL_STATES, STATE_REASONS, TIMELINE_TYPES } from "../../../src/kinds/state-reasons"
import { BIC_PROBLEMS } from "../../../src/rendering/shared/bic"
import { IBAN_PROBLEMS } from "../../../src/rendering/shared/iban"
import { REFERENCE_PLACEHOLDERS } from "../../../src/rendering/shared/payment-reference"
import { CHECK_REASONS } from "../../../src/sender/dns/check-result"
import { TEXT_FINDING_CODES } from "../../../src/rendering/shared/text-findings"
import { NOT_TAKEN } from "../../../src/modules/order-mail/settings/settings-file-gaps"
import { CONNECTION_PROBLEMS } from "../../../src/sender/smtp/connection-problem"
import { SENDER_REASONS } from "../../../src/sender/sender-reasons"
import { TEST_CHECKS, TEST_REASONS } from "../../../src/sender/test-report/finding"

const ADMIN = path.resolve(__dirname, "../../../admin")

/** Complete by its type: a new value that is missing here does not compile. */
const SENDER_IDENTITIES: Record<NonNullable<AdminOrderMail["sender_identity"]>, true> = {
  "own-domain": true,
  fallback: true,
}
const ARCHIVE_COPIES: Record<ArchiveCopy["result"], true> = { accepted: true, refused: true }
const CHECKS: Record<AdminDomainCheckResult["check"], true> = { dkim: true, spf: true, dmarc: true, mx: true }
const STOP_SCOPES: Record<AdminDunningStop["scope"], true> = { order: true, customer: true, plan: true }
const CHECK_STATUSES = Object.keys(CHECK_COLORS)

/** What the code looks up by a value instead of by a fixed key. */
const LOOKED_UP: Record<string, readonly string[]> = {
  kinds: [...NAMED_KINDS, ...MERCHANT_MAILS],
  kindDescriptions: NAMED_KINDS,
  kindClasses: ["critical", "optional"],
  mailVariants: NAMED_VARIANTS,
  "states.*.label": MAIL_STATES,
  "states.*.sentence": MAIL_STATES,
  reasons: STATE_REASONS,
  remedies: REMEDIES,
  timeline: TIMELINE_TYPES,
  causes: CAUSE_KEYS,
  timelineSentences: ["may_arrive_twice", "order_updated"],
  archiveCopies: Object.keys(ARCHIVE_COPIES),
  senderIdentities: Object.keys(SENDER_IDENTITIES),
  senderReasons: SENDER_REASONS,
  senderRemedies: SENDER_REMEDIES,
  connectionProblems: CONNECTION_PROBLEMS,
  checkPurposes: Object.keys(CHECKS),
  checkStatuses: CHECK_STATUSES,
  checkReasons: CHECK_REASONS,
  recordCaptions: CHECK_STATUSES,
  languages: MAIL_LANGUAGES,
  testResults: Object.keys(RESULT_VARIANTS),
  testChecks: TEST_CHECKS,
  testStatuses: Object.keys(FINDING_COLORS),
  testFindings: TEST_REASONS,
  "dkimStandings.*.label": DKIM_KEY_STANDINGS,
  "dkimStandings.*.sentence": DKIM_KEY_STANDINGS,
  sections: SECTION_NAMES,
  notTaken: Object.keys(NOT_TAKEN),
  settingNames: Object.values(NAMED_SETTINGS).flat(),
  notices: NOTICES,
  bankCodes: ACCOUNT_CODES,
  accountFields: ACCOUNT_FIELDS,
  accountProblems: ACCOUNT_PROBLEMS,
  ibanNotes: IBAN_PROBLEMS,
  bicNotes: BIC_PROBLEMS,
  patternProblems: PATTERN_PROBLEMS,
  referencePlaceholders: REFERENCE_PLACEHOLDERS,
  "providerClasses.*.label": PROVIDER_CLASSES,
  "providerClasses.*.hint": PROVIDER_CLASSES,
  noticeModes: NOTICE_MODES,
  germanAddresses: GERMAN_ADDRESSES,
  settingValues: SWITCHED,
  settingEmpty: EMPTY_SETTINGS,
  settingHints: NAMED_SETTINGS.sender.filter((name) => !["smtp", "archive_mailbox"].includes(name)),
  settingProblems: SETTING_PROBLEMS,
  "brandingCards.*.title": BRANDING_CARD_NAMES,
  "brandingCards.*.subtitle": BRANDING_CARD_NAMES,
  "brandingCards.*.edit": BRANDING_CARD_NAMES,
  brandingEmpty: EMPTY_BRANDING,
  brandingHints: HINTED_BRANDING,
  brandingProblems: BRANDING_PROBLEMS,
  imageProblems: IMAGE_PROBLEMS,
  imageWarnings: IMAGE_WARNINGS,
  contrastPairs: CONTRAST_PAIRS,
  dkimModes: DKIM_MODES,
  origins: ORIGINS,
  textNames: NAMED_TEXTS,
  textSections: TEXT_SECTIONS,
  placeholderNames: NAMED_PLACEHOLDERS,
  pluralForms: PLURAL_FORMS,
  textFindings: TEXT_FINDING_CODES,
  "smtpSources.*.label": SMTP_SOURCES,
  "smtpSources.*.description": SMTP_SOURCES,
  smtpProblems: SMTP_PROBLEMS,
  tlsModes: TLS_MODES,
  tlsHints: TLS_MODES,
  passwordHints: PASSWORD_STANDINGS,
  "dunningPlans.*.title": PLAN_TYPES,
  "dunningPlans.*.subtitle": PLAN_TYPES,
  "dunningPlans.*.edit": PLAN_TYPES,
  "dunningPlans.*.dueDay": PLAN_TYPES,
  "stepMoments.*.label": STEP_MOMENTS,
  "stepMoments.*.days": STEP_MOMENTS,
  "stepSwitches.*.label": STEP_SWITCHES,
  "stepSwitches.*.short": STEP_SWITCHES,
  "stepSwitches.*.hint": STEP_SWITCHES,
  customerTypes: ["consumer", "business"],
  "businessCustomers.*.label": BUSINESS_CUSTOMERS,
  "businessCustomers.*.hint": BUSINESS_CUSTOMERS,
  lawNotes: LAW_NOTES,
  planProblems: PLAN_PROBLEM_CODES,
  archiveProblems: ARCHIVE_PROBLEMS,
  changedFields: CHANGED_FIELDS,
  noStepReasons: NO_STEP_REASONS,
  stopTitles: Object.keys(STOP_SCOPES),
  stopLifts: Object.keys(STOP_SCOPES),
  stopScopes: Object.keys(STOP_SCOPES),
  stopProblems: STOP_PROBLEMS,
  upcomingStates: UPCOMING_STATES,
  periods: PERIODS,
  planTypes: PLAN_TYPES,
}

/** Family and value to key: ("states.*.label", "sent") -> "states.sent.label", ("reasons", "timeout") -> "reasons.timeout". */
const keyOf = (family: string, value: string) =>
  family.includes("*") ? family.replace("*", value) : `${family}.${value}`

function flatten(texts: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]: [string, unknown]) =>
      typeof text === "string" ? [[prefix + name, text]] : [...flatten(text as object, `${prefix}${name}.`)],
    ),
  )
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(directory, entry.name)
    if (entry.isDirectory()) return sourceFiles(file)
    return /\.tsx?$/.test(entry.name) ? [file] : []
  })
}

const source = sourceFiles(ADMIN)
  .map((file) => readFileSync(file, "utf8"))
  .join("\n")

/** Keys written out: `t("a.b")`, and the label of the page in the menu. */
const fixedKeys = [
  ...[...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key as string),
  ...[...source.matchAll(/label: "([^"]+)",\s*translationNs: "orderMail"/g)].map(([, key]) => key as string),
]

/** Keys with a value in them: `t(`a.${x}.b`)` -> "a.*.b", or "a" when the value ends the key. */
const families = [...source.matchAll(/\bt\(\s*`([^`]+)`/g)].map(([, key]) =>
  (key as string).replace(/\$\{[^}]+\}/, "*").replace(/\.\*$/, ""),
)

const wanted = new Set([
  ...fixedKeys,
  ...Object.entries(LOOKED_UP).flatMap(([family, values]) => values.map((value) => keyOf(family, value))),
])

/** "a_one" and "a_other" are the forms of "a". */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, "")

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort()

describe.each([
  ["de", flatten(de)],
  ["en", flatten(en)],
])("locale %s", (_language, texts) => {
  it("has a text for every state, reason, timeline entry, kind, sender, DNS check, DKIM key and remedy", () => {
    const missing = Object.entries(LOOKED_UP).flatMap(([family, values]) =>
      values.map((value) => keyOf(family, value)).filter((key) => !texts.has(key) && !texts.has(`${key}_other`)),
    )
    expect(missing).toEqual([])
  })

  it("has every key that the admin uses, and no other", () => {
    expect([...new Set([...texts.keys()].map(withoutPlural))].sort()).toEqual([...wanted].sort())
  })

  it("has no empty text", () => {
    expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([])
  })

  it("has both plural forms of what is counted", () => {
    for (const key of texts.keys()) {
      if (/_(one|other)$/.test(key)) {
        expect(texts.has(`${withoutPlural(key)}_one`)).toBe(true)
        expect(texts.has(`${withoutPlural(key)}_other`)).toBe(true)
      }
    }
  })

  it("never calls an accepted mail delivered", () => {
    const claims = [...texts].filter(([, text]) => /deliver|zugestellt|zustell/i.test(text))
    expect(claims).toEqual([])
  })
})

describe("locales", () => {
  it("are registered in a namespace of their own", () => {
    expect(resources).toEqual({ de: { orderMail: de }, en: { orderMail: en } })
  })

  it("have the same keys and placeholders in both languages", () => {
    const shape = (texts: object) =>
      Object.fromEntries([...flatten(texts)].map(([key, text]) => [key, placeholders(text)]))
    expect(shape(de)).toEqual(shape(en))
  })

  it("know every family of keys that the admin looks up by a value", () => {
    expect([...new Set(families)].sort()).toEqual(Object.keys(LOOKED_UP).sort())
  })

  it("name every kind that the plugin brings", () => {
    expect(NAMED_KINDS).toEqual(expect.arrayContaining(BUILT_IN_KINDS.map(({ id }) => id)))
  })
})
