import type { z } from "@medusajs/framework/zod"
import { SettingRefused, type SectionDefinition } from "./section-definition"

/**
 * Checks what is to be saved in a section.
 * @throws SettingRefused that names the first field which cannot be as it is
 */
export function readSectionInput<Fields extends object>(
  section: SectionDefinition<Fields>,
  typed: unknown,
): Partial<Fields> {
  const result = section.input.safeParse(typed)
  if (result.success) return withoutUndefined(result.data)
  const [issue] = result.error.issues as [z.core.$ZodIssue]
  if (issue.code === "unrecognized_keys" && issue.path.length === 0)
    throw new SettingRefused(issue.keys.join(", "), `there is no such setting in the section "${section.name}"`)
  throw new SettingRefused(issue.path.map(String).join(".") || section.name, issue.message)
}

function withoutUndefined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T
}
