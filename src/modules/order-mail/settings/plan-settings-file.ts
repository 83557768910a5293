import { isDeepStrictEqual } from "node:util"
import { SettingRefused } from "./section-definition"
import { PLAIN_SECTIONS, type SettingsSection } from "./sections"
import type { FileLevel, SettingsFile } from "./settings-file"
import { NOT_TAKEN, type NotTakenReason, whatIsNotHere } from "./settings-file-gaps"
import { readerOf } from "./settings-file-readers"

export interface FileShop {
  id: string
  name: string
}

/** What a level has in a section now. */
export interface StoredLevel {
  /** Null: the level of the store. */
  shopId: string | null
  section: SettingsSection
  fields: Record<string, unknown>
  version: number
}

/** One field that an import would change; null: inherited. */
export interface FileChange {
  shop: FileShop | null
  section: SettingsSection
  field: string
  was: string | null
  is: string | null
}

/** Something about a part of the file, in words. */
export interface FileNote {
  shopName: string | null
  section: string | null
  field: string | null
  words: string
  /** Of what is left out; null for problems. */
  reason: NotTakenReason | null
}

/** What is to be saved at one level. */
export interface FileSave {
  section: SettingsSection
  shopId: string | null
  shopName: string | null
  version: number
  set: Record<string, unknown>
  inherit: string[]
}

export interface FilePlan {
  changes: FileChange[]
  /** Nothing is applied while there are any. */
  problems: FileNote[]
  /** Parts of the file that are not taken over. */
  leftOut: FileNote[]
  /** The store's level first. */
  saves: FileSave[]
}

interface Known {
  shops: readonly FileShop[]
  stored: readonly StoredLevel[]
  /** Ids of pictures in the file which are here, too. */
  pictures: ReadonlySet<string>
}

/**
 * Compares a file of settings with what is set: afterwards every level in the file sets, in the sections it names, what
 * it sets in the file, and nothing else. Pure.
 *
 * Shops are found by their id, else by their name, since a staging shop's sales channels have ids of their own.
 */
export function planSettingsFile(file: SettingsFile, known: Known): FilePlan {
  const shopOf = matchShops(file, known.shops)
  // A shop inherits from the store, whose level is saved first.
  const levels = file.levels.toSorted((one, other) => Number(one.shop !== null) - Number(other.shop !== null))
  const plans = levels.map((level): FilePlan => {
    const shop = shopOf(level)
    if (typeof shop === "string") {
      const place = { shopName: level.shop?.name ?? null, section: null, field: null }
      return { ...NOTHING, leftOut: [{ ...place, words: NOT_TAKEN[shop], reason: shop }] }
    }
    return merge(Object.keys(level.sections).map((name) => planSection(name, level, shop, known)))
  })
  return merge(plans)
}

const NOTHING: FilePlan = { changes: [], problems: [], leftOut: [], saves: [] }

function merge(plans: readonly FilePlan[]): FilePlan {
  return {
    changes: plans.flatMap(({ changes }) => changes),
    problems: plans.flatMap(({ problems }) => problems),
    leftOut: plans.flatMap(({ leftOut }) => leftOut),
    saves: plans.flatMap(({ saves }) => saves),
  }
}

/** Finds each level's shop here: those of the same id first, so that no other of the same name takes their place. */
function matchShops(file: SettingsFile, shops: readonly FileShop[]) {
  const taken = new Map<string | null, FileLevel>()
  const byId = (level: FileLevel) => shops.filter(({ id }) => id === level.shop?.id)
  const byName = (level: FileLevel) => shops.filter(({ name }) => name === level.shop?.name)
  for (const match of [byId, byName])
    for (const level of file.levels) {
      const [shop, ...others] = match(level)
      if (shop && others.length === 0 && !taken.has(shop.id) && ![...taken.values()].includes(level))
        taken.set(shop.id, level)
    }
  const storeLevel = file.levels.find(({ shop }) => shop === null)
  return (level: FileLevel): FileShop | null | "shop-missing" | "shop-ambiguous" => {
    if (level.shop === null) return level === storeLevel ? null : "shop-ambiguous"
    const shop = shops.find(({ id }) => taken.get(id) === level)
    return shop ?? (byId(level).length + byName(level).length > 0 ? "shop-ambiguous" : "shop-missing")
  }
}

function planSection(name: string, level: FileLevel, shop: FileShop | null, known: Known): FilePlan {
  const place = (field: string | null) => ({ shopName: shop?.name ?? null, section: name, field })
  const notTaken = (field: string | null, reason: NotTakenReason): FileNote => ({
    ...place(field),
    words: NOT_TAKEN[reason],
    reason,
  })
  const section = ([...PLAIN_SECTIONS, "sender"] as const).find((one) => one === name)
  if (!section) return { ...NOTHING, leftOut: [notTaken(null, "section-unknown")] }
  const shopId = shop?.id ?? null
  const now = known.stored.find((stored) => stored.section === section && stored.shopId === shopId)
  const stored = now?.fields ?? {}
  const reading = readerOf(section)
  const problems: FileNote[] = []
  const leftOut: FileNote[] = []
  const set: Record<string, unknown> = {}
  const kept = new Set<string>()
  for (const [field, value] of Object.entries(level.sections[name] ?? {})) {
    const missing = whatIsNotHere(section, field, value, stored, known.pictures)
    if (missing !== null) {
      kept.add(field)
      if (!isDeepStrictEqual(value, reading.exported(stored)[field])) leftOut.push(notTaken(field, missing))
      continue
    }
    try {
      Object.assign(set, reading.read({ [field]: value }))
    } catch (error) {
      if (!(error instanceof SettingRefused)) throw error
      problems.push({ ...place(error.field), words: error.words, reason: null })
    }
  }
  const differs = (field: string) => !isDeepStrictEqual(set[field], reading.exported(stored)[field])
  const changed = reading.fields.filter((field) => !kept.has(field) && differs(field))
  const changes = changed.map((field) => ({
    shop,
    section,
    field,
    was: reading.shown(stored[field], field),
    is: reading.shown(set[field], field),
  }))
  const save: FileSave = {
    section,
    shopId,
    shopName: shop?.name ?? null,
    version: now?.version ?? 0,
    set: Object.fromEntries(changed.filter((field) => field in set).map((field) => [field, set[field]])),
    inherit: changed.filter((field) => !(field in set)),
  }
  return { changes, problems, leftOut, saves: changed.length > 0 ? [save] : [] }
}
