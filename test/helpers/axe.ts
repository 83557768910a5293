import axe from "axe-core"
import type { Page } from "playwright-core"

/**
 * What axe-core objects to with all its default rules (WCAG 2.2 A and AA, best practices), each with the place.
 *
 * @param within CSS selector of the part that is looked at; the whole page without one
 */
export async function axeViolations(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate((selector) => window.axe.run(selector ?? document), within)
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
