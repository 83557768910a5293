/**
 * For `onOpenAutoFocus` of a drawer: moves the focus to the drawer itself. Otherwise it would land on the first badge,
 * whose tooltip would open and take the first Escape for itself.
 */
export function focusDialog(event: Event): void {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
}
