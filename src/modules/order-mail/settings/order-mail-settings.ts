import { MedusaError } from "@medusajs/framework/utils"
import type { DataSource, EntityManager } from "typeorm"
import type { OrderMailSettingsChange } from "../entities/order-mail-settings-change.entity"
import type { ResolvedOptions } from "../options"
import { findSettingsChanges } from "../queries/find-settings-changes"
import { findShopsWithSettings } from "../queries/find-shops-with-settings"
import { readSettings } from "../queries/read-settings"
import { readShopSettings } from "../queries/read-shop-settings"
import { saveSettings } from "../queries/save-settings"
import { changeSection } from "./change-section"
import { resolveField, type Layer, type Setting } from "./layers"
import { readSectionInput } from "./read-input"
import { SettingRefused, type SectionDefinition } from "./section-definition"
import { SECTIONS, type SectionFields } from "./section-registry"
import { PLAIN_SECTIONS, STORE, type PlainSection, type SettingsSection } from "./sections"

/** A section as it applies at one level, field by field. */
export interface SectionAtLevel<Section extends PlainSection> {
  section: Section
  /** Null: the level of the store. */
  shopId: string | null
  /** How often this level was saved. */
  version: number
  fields: { [Field in keyof SectionFields[Section]]: Setting<SectionFields[Section][Field]> }
}

/** What is to be saved, as it comes from outside. */
export interface SaveSection {
  shop_id: string | null
  version: number
  set: Record<string, unknown>
  inherit: readonly string[]
}

/** Values that are looked at before they are saved, by section; checked where they are put over what is saved. */
export type SettingsDrafts = { readonly [Section in PlainSection]?: unknown }

/** What merchants set in the sections of plain values, for the store and per shop. */
export class OrderMailSettings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: ResolvedOptions,
  ) {}

  /** @param shopId null: the level of the store; one that never set anything inherits everything */
  async read<Section extends PlainSection>(section: Section, shopId: string | null): Promise<SectionAtLevel<Section>> {
    const definition = definitionOf(section)
    const own = shopId ?? STORE
    const levels = await readSettings<SectionFields[Section]>(this.dataSource, section, [...new Set([STORE, own])])
    const layers = layersOf(levels.get(STORE)?.fields ?? {}, shopId, levels.get(own)?.fields ?? {})
    const base = definition.base(this.options)
    const fields = Object.fromEntries(definition.fields.map((name) => [name, resolveField(name, base, layers)]))
    return {
      section,
      shopId,
      version: levels.get(own)?.version ?? 0,
      fields: fields as SectionAtLevel<Section>["fields"],
    }
  }

  /**
   * The values of all sections that apply to a shop.
   * @param drafts put over what the level itself has saved; read field by field, and not checked for how they go together
   * or whether they are genuine, as saving does
   * @throws MedusaError INVALID_DATA for a draft with a field that cannot be as it is
   */
  async effective(shopId: string | null, drafts: SettingsDrafts = {}): Promise<SectionFields> {
    const own = shopId ?? STORE
    const rows = await readShopSettings(this.dataSource, [...new Set([STORE, own])])
    const setBy = (level: string, section: PlainSection) =>
      rows.find((row) => row.shopId === level && row.section === section)?.fields ?? {}
    const valuesOf = (section: PlainSection) => {
      const definition = definitionOf(section)
      const typed = drafts[section] === undefined ? {} : refusing(() => readSectionInput(definition, drafts[section]))
      const layers = layersOf(setBy(STORE, section), shopId, { ...setBy(own, section), ...typed })
      return valuesIn(definition, definition.base(this.options), layers)
    }
    return Object.fromEntries(PLAIN_SECTIONS.map((section) => [section, valuesOf(section)])) as unknown as SectionFields
  }

  /**
   * Saves what was typed.
   * @param source a transaction that more is saved in
   * @throws MedusaError CONFLICT when somebody saved since `version` was read; INVALID_DATA that names a field which
   * cannot be as it is
   */
  async save(
    section: PlainSection,
    change: SaveSection,
    userId: string | null,
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<void> {
    const definition = definitionOf(section)
    const { shop_id: shopId, version, inherit } = change
    const set = refusing(() => readSectionInput(definition, change.set))
    refusing(() => definition.verify?.(set, this.options))
    const twice = inherit.find((name) => Object.hasOwn(set, name))
    if (twice !== undefined) throw invalid(`${twice}: can be set or inherited, not both`)
    const unknown = inherit.find((name) => !definition.fields.some((field) => field === name))
    if (unknown !== undefined) throw invalid(`${unknown}: there is no such setting in the section "${section}"`)
    const storewide = (await readSettings<object>(source, section, [STORE])).get(STORE)?.fields ?? {}
    await saveSettings<object>(source, { shopId: shopId ?? STORE, section }, version, userId, (now) => {
      const changed = changeSection(definition, now, { set, inherit })
      const base = definition.base(this.options)
      const refusalWith = (own: Partial<object>) =>
        refusalOf(() =>
          definition.check?.(valuesIn(definition, base, layersOf(shopId === null ? own : storewide, shopId, own))),
        )
      const refusal = refusalWith(changed.fields)
      // What clashes since the store's level was changed is not for a change of something else to mend.
      const isToBlame = refusal && (!refusalWith(now) || [...Object.keys(set), ...inherit].includes(refusal.field))
      if (refusal && isToBlame) throw invalid(refusal.message)
      return changed
    })
  }

  /**
   * The log of a level, newest first; the section "Sender and domain" included.
   * @param page.field null: of every field
   */
  async listChanges(
    section: SettingsSection,
    shopId: string | null,
    page: { field: string | null; limit: number; offset: number },
  ): Promise<[OrderMailSettingsChange[], number]> {
    return findSettingsChanges(this.dataSource, { shopId: shopId ?? STORE, section }, page)
  }

  /** Which shops set something of their own, in whatever section. */
  async shopsWithSettings(): Promise<Set<string>> {
    return findShopsWithSettings(this.dataSource)
  }
}

/** The section with its own fields' type forgotten: what is done with all sections alike knows none of their fields. */
function definitionOf(section: PlainSection): SectionDefinition<Record<string, unknown>> {
  return SECTIONS[section] as unknown as SectionDefinition<Record<string, unknown>>
}

function layersOf<Fields>(store: Partial<Fields>, shopId: string | null, shop: Partial<Fields>): Layer<Fields>[] {
  return [
    { origin: "store", values: shopId === null ? shop : store },
    ...(shopId === null ? [] : [{ origin: "shop" as const, values: shop }]),
  ]
}

function valuesIn(
  { fields, sparse = false }: SectionDefinition<Record<string, unknown>>,
  base: Record<string, unknown>,
  layers: readonly Layer<Record<string, unknown>>[],
): Record<string, unknown> {
  const set = sparse ? new Set(layers.flatMap(({ values }) => Object.keys(values))) : null
  const names = set ? fields.filter((name) => set.has(name)) : fields
  return Object.fromEntries(names.map((name) => [name, resolveField(name, base, layers).value]))
}

/** @returns the refusal that a check ends with; null: none */
function refusalOf(check: () => void): SettingRefused | null {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof SettingRefused) return error
    throw error
  }
}

/** @throws MedusaError INVALID_DATA in place of a refusal */
function refusing<T>(check: () => T): T {
  try {
    return check()
  } catch (error) {
    throw error instanceof SettingRefused ? invalid(error.message) : error
  }
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
