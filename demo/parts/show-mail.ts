import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import type { Browser, Page } from "playwright-core"
import type { RenderedMail } from "../../src/rendering/types"
import { htmlWithPictures } from "./render/html-with-pictures"
import { REPOSITORY } from "./repository"

/** How a mail is looked at. */
export interface MailLook {
  /** Width of the window in CSS pixels. */
  width: number
  colorScheme: "light" | "dark"
  /** False shows what stands in place of pictures, as mail programs do until one agrees to load them. */
  images: boolean
}

const PICTURES = join(REPOSITORY, "demo", "pictures")
const HEIGHT = 900

/**
 * Opens a mail's HTML in a page that has no access to any network: product pictures are those of the demo, in turn. The
 * caller closes the page's context.
 */
export async function showMail(browser: Browser, mail: RenderedMail, look: MailLook): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: HEIGHT },
    deviceScaleFactor: 2,
    colorScheme: look.colorScheme,
  })
  const pictures = readdirSync(PICTURES).sort()
  let next = 0
  await context.route("**/*", (route) => {
    if (!look.images || route.request().resourceType() !== "image") return route.abort()
    const picture = pictures[next++ % pictures.length] ?? ""
    return route.fulfill({ contentType: "image/jpeg", body: readFileSync(join(PICTURES, picture)) })
  })
  const page = await context.newPage()
  const html = look.images ? htmlWithPictures(mail) : mail.html
  await page.setContent(html, { waitUntil: "load" })
  return page
}
