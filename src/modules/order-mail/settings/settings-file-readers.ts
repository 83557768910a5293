import { shownSenderField } from "./change-sender"
import { readSectionInput } from "./read-input"
import { SettingRefused, type SectionDefinition } from "./section-definition"
import { SECTIONS } from "./section-registry"
import type { PlainSection, SettingsSection } from "./sections"
import { SENDER_FIELDS, type SenderFields } from "./sender-fields"
import { senderInput } from "./sender-input"
import { senderWithoutSecrets } from "./settings-file"

/** What the two sorts of sections do differently. */
export interface SectionReader {
  fields: readonly string[]
  /**
   * Checks values of the file.
   * @throws SettingRefused
   */
  read(typed: Record<string, unknown>): Record<string, unknown>
  shown(value: unknown, field: string): string | null
  /** What is stored as a file has it. */
  exported(stored: Record<string, unknown>): Record<string, unknown>
}

/** How a section's part of a file of settings is read and compared. */
export function readerOf(section: SettingsSection): SectionReader {
  if (section === "sender") return senderReader
  const definition = SECTIONS[section satisfies PlainSection] as unknown as SectionDefinition<Record<string, unknown>>
  return {
    fields: definition.fields,
    read: (typed) => readSectionInput(definition, typed),
    shown: (value, field) => (value === undefined ? null : definition.shown(value, field)),
    exported: (stored) => stored,
  }
}

const senderReader: SectionReader = {
  fields: SENDER_FIELDS,
  read: (typed) => {
    const result = senderInput.safeParse(typed)
    if (result.success) return result.data
    const [issue] = result.error.issues
    const field = Object.keys(typed)[0] ?? "sender"
    throw new SettingRefused(field, issue?.message.replace(`${field}: `, "") ?? "cannot be as it is")
  },
  shown: (value) => shownSenderField(value as SenderFields[keyof SenderFields]),
  exported: senderWithoutSecrets,
}
