import { chromium, type Browser } from "playwright-core"
import { chromiumFiles } from "./chromium-files"

/** Starts the Chromium that npm brought along; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await chromiumFiles()
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    // No sandbox, since that needs rights that neither root nor a container's user has; only our own pages are opened.
    // Shared memory is small in containers.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"],
  })
}
