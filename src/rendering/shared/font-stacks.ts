/**
 * Lists of fonts that computers and phones bring along, the common one first; no mail loads a font. Most programs for
 * Android and Linux have none of them by name and show what the list ends with.
 */
export const FONT_STACKS = {
  system: "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif",
  arial: "Arial, Helvetica, sans-serif",
  verdana: "Verdana, Geneva, sans-serif",
  tahoma: "Tahoma, Verdana, Geneva, sans-serif",
  trebuchet: "'Trebuchet MS', Tahoma, sans-serif",
  georgia: "Georgia, 'Times New Roman', serif",
  times: "'Times New Roman', Times, serif",
  courier: "'Courier New', Courier, monospace",
} as const

export type MailFont = keyof typeof FONT_STACKS

export const MAIL_FONTS = Object.keys(FONT_STACKS) as MailFont[]

/** @throws Error that names the known fonts, for any other */
export function fontStack(font: MailFont): string {
  if (!Object.hasOwn(FONT_STACKS, font)) {
    throw new Error(`The font of the branding is "${font}". Choose one of ${MAIL_FONTS.join(", ")}.`)
  }
  return FONT_STACKS[font]
}
