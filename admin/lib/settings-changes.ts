/** What a form asks the server to save: fields to set at this level, and fields to inherit again. */
export interface SettingsChanges<TSet extends object = object, TField extends string = string> {
  set?: TSet
  inherit?: TField[]
}

export const isNoChange = ({ set, inherit }: SettingsChanges): boolean => !set && !inherit

/** Leaves out what there is none of, as the server has it. */
export const settingsChanges = <TSet extends object, TField extends string>(
  set: TSet,
  inherit: TField[],
): SettingsChanges<TSet, TField> => ({
  ...(Object.keys(set).length > 0 ? { set } : {}),
  ...(inherit.length > 0 ? { inherit } : {}),
})
