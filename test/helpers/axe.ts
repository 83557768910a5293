import axe from "axe-core"
import type { Page } from "playwright-core"

/**
 * What axe-core objects to with all its default rules (WCAG 2.2 A and AA, best practices), each with the place.
 *
 * @param within CSS selector of the part that is looked at; the whole page without one
 */
export async function axeViolations(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(axe.source)
  await page.evaluate(waitForTransitions)
  const { violations } = await page.evaluate((selector) => window.axe.run(selector ?? document), within)
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}

/** A colour on its way to another one is seen by nobody long enough to read it. Skeletons pulse for ever. */
async function waitForTransitions(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)))
  await Promise.allSettled(passing.map(({ finished }) => finished))
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
