import type { z } from "@medusajs/framework/zod"
import type { ResolvedOptions } from "../options"
import type { PlainSection } from "./sections"

/** What a section consists of; everything else about settings is the same for all of them. */
export interface SectionDefinition<Fields extends object> {
  readonly name: PlainSection
  /** In the order in which the log tells several changes made at once. */
  readonly fields: readonly (keyof Fields & string)[]
  /** What may be saved; each of its messages says what the field takes. */
  readonly input: z.ZodType<Partial<Fields>>
  /** Where what is set is put together, what is not set is left out: {@link base} is known there. Default false. */
  readonly sparse?: boolean
  /**
   * Looks at what is to be set, with what this installation alone knows.
   * @throws SettingRefused
   */
  verify?(set: Partial<Fields>, options: ResolvedOptions): void
  /** What applies where nobody has set anything. */
  base(options: ResolvedOptions): Fields
  /** A value as the log shows it, on as many lines as it has. */
  shown(value: Fields[keyof Fields & string], field: keyof Fields & string): string | null
  /**
   * Looks at all that would apply after a change.
   * @throws SettingRefused
   */
  check?(effective: Fields): void
}

/** A value that cannot be saved; the message is made of the field's name and `words`. */
export class SettingRefused extends Error {
  constructor(
    readonly field: string,
    readonly words: string,
  ) {
    super(`${field}: ${words}`)
  }
}
