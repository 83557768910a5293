import { join } from "node:path"

const BUILT = /[\\/]\.medusa[\\/]server[\\/]src[\\/]rendering$/

/**
 * The one folder of templates, in the sources and in the package.
 *
 * The compiled code reads it from there, too, and not a copy in `.medusa/server`: Medusa's compiler makes that folder anew
 * and copies nothing that is not code, at the latest when `medusa plugin:develop` compiles after a change.
 *
 * @param codeFolder the folder of this file: `src/rendering`, or `.medusa/server/src/rendering` when compiled
 */
export function templatesFolder(codeFolder: string): string {
  return BUILT.test(codeFolder)
    ? join(codeFolder, "..", "..", "..", "..", "src", "templates")
    : join(codeFolder, "..", "templates")
}
