import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { oneAtATime } from "./one-at-a-time"
import { TEST_HOME } from "./repository"

/** A browser that npm brought along, and the environment it needs. */
export interface ChromiumFiles {
  executablePath: string
  env: Record<string, string>
}

/** Where systems keep their shared libraries. */
const LIBRARY_FOLDERS = ["/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib"]

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into `.test-output` once, with its own fonts, and with the libraries it
 * needs where the system has none.
 */
export async function chromiumFiles(): Promise<ChromiumFiles> {
  const home = join(TEST_HOME, "chromium")
  // A browser that another process is still writing cannot be started.
  return oneAtATime(join(TEST_HOME, "chromium.lock"), () => unpack(home))
}

async function unpack(home: string): Promise<ChromiumFiles> {
  mkdirSync(home, { recursive: true })
  const before = { ...process.env }
  try {
    // The package unpacks into the folder for temporary files, where one of another user may be in the way.
    process.env.TMPDIR = home
    // What makes it unpack libraries too: it believes to be on the platform it was made for.
    process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs20.x"
    const { default: chromium } = await import("@sparticuz/chromium")
    const executablePath = await chromium.executablePath()
    return { executablePath, env: { FONTCONFIG_FILE: fontConfiguration(home), ...libraries(home) } }
  } finally {
    process.env = before
  }
}

/** The system's own fonts, and those of the package for a system without any. */
function fontConfiguration(home: string): string {
  const file = join(home, "fonts.conf")
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, "fonts")}</dir>
  <cachedir>${join(home, "fonts-cache")}</cachedir>
</fontconfig>
`,
  )
  return file
}

function libraries(home: string): Record<string, string> {
  const systemHasThem = LIBRARY_FOLDERS.some((folder) => existsSync(join(folder, "libnss3.so")))
  return systemHasThem ? {} : { LD_LIBRARY_PATH: join(home, "al2023", "lib") }
}
