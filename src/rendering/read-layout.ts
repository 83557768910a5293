import { pastePartials } from "./expand-layout"
import { readTemplateFile } from "./template-files"

/** The source of a kind's layout with its partials in place; partials of a `txt.hbs` are `txt.hbs`, too. */
export function readLayout(kind: string, extension: "mjml" | "txt.hbs"): string {
  return pastePartials(readTemplateFile(`${kind}.${extension}`), (name) =>
    readTemplateFile(`partials/${name}.${extension}`),
  )
}
