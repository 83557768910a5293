import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { NOTICE_MAILS } from "../kinds/merchant-notice"
import { templatesFolder } from "./templates-folder"

const TEMPLATES = templatesFolder(__dirname)

/** `payment-info.mjml`, `partials/footer.txt.hbs`: a name that leads out of the folder is none of a template. */
const NAME = /^([a-z]+\/)?[a-z0-9-]+(\.[a-z]+)+$/

const files = new Map<string, string>()

/**
 * Reads one file of `src/templates`, once a process.
 *
 * @param name path within the folder, for example `partials/footer.mjml`
 * @throws Error that names the file, when there is none
 */
export function readTemplateFile(name: string): string {
  const known = files.get(name)
  if (known !== undefined) {
    return known
  }
  const path = join(TEMPLATES, name)
  if (!NAME.test(name) || !existsSync(path)) {
    throw new Error(`There is no template file "${name}" in ${TEMPLATES}.`)
  }
  const content = readFileSync(path, "utf8")
  files.set(name, content)
  return content
}

/** Layouts of the mails to the merchant. They are about notices instead of an order, and so stand apart. */
export const MERCHANT_LAYOUTS: readonly string[] = NOTICE_MAILS.map((kind) => `merchant/${kind}`)

/** Kinds that have a layout, by name. */
export function kindsWithLayout(): string[] {
  return readdirSync(TEMPLATES)
    .filter((name) => name.endsWith(".mjml"))
    .map((name) => name.slice(0, -".mjml".length))
    .sort()
}
