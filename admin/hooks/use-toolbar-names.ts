import { type RefObject, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"

/**
 * Gives names to what the dashboard's data table leaves without one for screen readers: the buttons for filters and for
 * sorting and those that take a filter away, which have an icon alone, and the icon of the search, which says nothing.
 *
 * @returns goes on an element around the table
 */
export const useToolbarNames = (): RefObject<HTMLDivElement> => {
  const { t } = useTranslation("orderMail")
  const around = useRef<HTMLDivElement>(null)
  const filter = t("list.filter")
  const sort = t("list.sort")
  const removeFilter = t("list.removeFilter")

  useEffect(() => {
    const element = around.current
    if (!element) return undefined
    const name = () => {
      const menus = [...element.querySelectorAll('button[aria-haspopup="menu"]')].filter(
        (button) => !button.closest("table") && button.textContent === "",
      )
      for (const [index, words] of [filter, sort].entries()) menus[index]?.setAttribute("aria-label", words)
      for (const button of element.querySelectorAll("button:not([aria-haspopup], [aria-label])")) {
        if (!button.closest("table") && button.textContent === "") button.setAttribute("aria-label", removeFilter)
      }
      for (const icon of element.querySelectorAll('[role="img"]')) icon.setAttribute("aria-hidden", "true")
    }
    name()
    // The toolbar comes after what is shown while the list is loaded.
    const observer = new MutationObserver(name)
    observer.observe(element, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [filter, sort, removeFilter])

  return around
}
