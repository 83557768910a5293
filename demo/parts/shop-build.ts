import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runProcess } from "./child-process"
import { medusaCommand, medusaEnvironment, medusaVersion } from "./medusa-command"
import { buildPluginIfStale } from "./plugin-build"
import { DEMO_HOME, REPOSITORY } from "./repository"
import { sourceHash } from "./source-hash"

const SHOP = join(DEMO_HOME, "shop")
const SERVER = join(SHOP, ".medusa", "server")
const STAMP = join(SHOP, "built-from.txt")

/**
 * Brings the demo shop up to date: the plugin built, the shop's files copied to `.demo/shop`, the plugin installed
 * there as a link to this repository, and the shop with its admin built by `medusa build`. What is current is skipped.
 *
 * @returns the folder to run Medusa's commands in
 */
export async function prepareShop(say: (line: string) => void): Promise<string> {
  await buildPluginIfStale(say)
  cpSync(join(REPOSITORY, "demo", "shop"), SHOP, { recursive: true })
  cpSync(join(REPOSITORY, "demo", "pictures"), join(SHOP, "static"), { recursive: true })
  link(REPOSITORY, join(SHOP, "node_modules", "medusa-order-mail"))

  // The plugin's server code is loaded from where it is; only its admin becomes part of what is built here.
  const wanted = `${medusaVersion()}-${sourceHash(REPOSITORY, ["demo/shop", "demo/parts/shop-build.ts", ".medusa/server/src/admin"])}`
  const isCurrent = existsSync(join(SERVER, "public", "admin", "index.html")) && stamp() === wanted
  if (!isCurrent) {
    say("Building the shop's admin, which takes about a minute …")
    await runProcess(process.execPath, medusaCommand("build", "--no-lint"), {
      cwd: SHOP,
      env: {
        ...process.env,
        ...medusaEnvironment(),
        NODE_ENV: "production",
        // Medusa's bundler looks for plugins from where it is itself installed, to find the styles they use. In a real
        // shop that is the same node_modules, here it is the repository's.
        NODE_PATH: join(SHOP, "node_modules"),
      },
      log: join(DEMO_HOME, "shop-build.log"),
    })
    writeFileSync(STAMP, wanted)
  }
  link(join(SHOP, "static"), join(SERVER, "static"))
  return SERVER
}

function stamp(): string | null {
  return existsSync(STAMP) ? readFileSync(STAMP, "utf8") : null
}

function link(target: string, path: string): void {
  rmSync(path, { force: true, recursive: true })
  mkdirSync(join(path, ".."), { recursive: true })
  symlinkSync(target, path, "junction")
}
