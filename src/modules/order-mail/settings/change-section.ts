import { isDeepStrictEqual } from "node:util"
import type { SettingsNote } from "../queries/save-settings"
import type { SectionDefinition } from "./section-definition"

/** What was typed, checked. */
export interface SectionChange<Fields extends object> {
  set: Partial<Fields>
  inherit: readonly string[]
}

/** Applies a change to what a level sets, and tells what it changed. */
export function changeSection<Fields extends object>(
  section: SectionDefinition<Fields>,
  fields: Partial<Fields>,
  { set, inherit }: SectionChange<Fields>,
): { fields: Partial<Fields>; notes: SettingsNote[] } {
  const changed = { ...fields, ...set }
  const next = Object.fromEntries(
    Object.entries(changed).filter(([name]) => !inherit.includes(name)),
  ) as Partial<Fields>
  const shown = (name: keyof Fields & string, value: Fields[keyof Fields & string] | undefined) =>
    value === undefined ? null : section.shown(value, name)
  const notes = section.fields.flatMap((field): SettingsNote[] => {
    const [was, is] = [fields[field], next[field]]
    // PostgreSQL keeps the parts of an object in an order of its own.
    if (isDeepStrictEqual(was, is)) return []
    return [{ action: is === undefined ? "inherited" : "set", field, was: shown(field, was), is: shown(field, is) }]
  })
  return { fields: next, notes }
}
