/**
 * Puts text on the clipboard. `navigator.clipboard` exists in secure contexts only; elsewhere a selected text field
 * inside `near` does it (inside, because an open drawer would take the focus back).
 *
 * @returns whether it worked
 */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Not permitted: try the other way.
    }
  }
  const field = document.createElement("textarea")
  field.value = text
  field.className = "sr-only"
  near.appendChild(field)
  field.select()
  try {
    return document.execCommand("copy")
  } finally {
    field.remove()
  }
}
