import type { SettingOrigin } from "./sections"

/** One level's values; a field that is missing is inherited. */
export interface Layer<T> {
  origin: SettingOrigin
  values: Partial<T>
}

/** A field's value, and what it would be if its own level did not set it. */
export interface Setting<V> {
  value: V
  origin: SettingOrigin
  inherited: { value: V; origin: SettingOrigin }
}

/**
 * Finds a field's value: the last layer that sets it, even to null.
 * @param base has every field; what no layer sets comes from it
 * @param layers from the most general to the most specific; the last one is the level that is looked at
 */
export function resolveField<T, Name extends keyof T>(
  name: Name,
  base: T,
  layers: readonly Layer<T>[],
): Setting<T[Name]> {
  const inherited = lastThatSets(name, base, layers.slice(0, -1))
  return { ...lastThatSets(name, base, layers), inherited }
}

function lastThatSets<T, Name extends keyof T>(name: Name, base: T, layers: readonly Layer<T>[]) {
  const layer = layers.findLast(({ values }) => values[name] !== undefined)
  return layer
    ? { value: layer.values[name] as T[Name], origin: layer.origin }
    : { value: base[name], origin: "options" as const }
}
