import { readFileSync } from "node:fs"
import type { Browser, BrowserContext, Locator, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { AdminSettingsFile } from "../../src/api/settings-file-types"
import { axeViolations } from "../helpers/axe"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { sectionSettings } from "../helpers/section-settings"
import { settingsOf } from "../helpers/sender-settings"
import { shopClient, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { openSettings } from "./settings-page"

let shop: ShopClient
let browser: Browser
let b2b: string

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
})

afterAll(() => browser?.close())

describe.each<AdminLanguage>(["en", "de"])("export and import of settings in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page

  const sender = () => settingsOf(shop, b2b)
  const wording = () => sectionSettings(shop, "wording", b2b)
  const inheritAll = async () => {
    await sender().inheritAll()
    await wording().inheritAll()
  }

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
  })
  beforeEach(inheritAll)
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-file-${language}-${task.id}`)
  })
  afterAll(async () => {
    await inheritAll()
    await context?.close()
  })

  const choose = async (action: string) => {
    await page.getByRole("button", { name: texts.settingsFile.menu }).click()
    await page.getByRole("menuitem", { name: action }).click()
  }

  const exported = async (): Promise<AdminSettingsFile> => {
    const download = page.waitForEvent("download")
    await choose(texts.settingsFile.export)
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^order-mail-settings-\d{4}-\d\d-\d\d\.json$/)
    return JSON.parse(readFileSync(await file.path(), "utf8")) as AdminSettingsFile
  }

  const imported = async (file: unknown): Promise<Locator> => {
    await choose(texts.settingsFile.import)
    const modal = page.getByTestId("settings-import")
    const buffer = Buffer.from(typeof file === "string" ? file : JSON.stringify(file))
    await modal.getByTestId("file-input").setInputFiles({ name: "shop.json", mimeType: "application/json", buffer })
    return modal
  }

  it("shows what a file would change, applies it after a question, and tells when somebody saved meanwhile", async () => {
    await sender().save({ name: "Morgenrot Büro", reply_to: "antwort@morgenrot-kaffee.example" })
    await wording().save({ german_address: "informal" })
    await openSettings(page, b2b)
    const file = await exported()
    expect(file.levels.find(({ shop: one }) => one?.id === b2b)?.sections).toMatchObject({
      sender: { name: "Morgenrot Büro" },
      wording: { german_address: "informal" },
    })
    await sender().save({ name: "Ganz anders" })
    await wording().inheritAll()
    await page.reload()

    const modal = await imported(file)
    const changes = modal.getByTestId("file-changes")
    const nameRow = changes.locator('[data-field="name"]')
    await nameRow.waitFor()
    expect(await nameRow.innerText()).toMatch(/Ganz anders[^]*Morgenrot Büro/)
    expect(await changes.locator('[data-field="german_address"]').innerText()).toMatch(
      new RegExp(`B2B-Shop[^]*${texts.settingNames.german_address}[^]*${texts.settingsLog.inherited}`),
    )
    expect(await changes.locator('[data-field="reply_to"]').count()).toBe(0)
    await screenshot(page, `${language}-settings-import`)
    expect(await axeViolations(page, '[role="dialog"]')).toEqual([])
    await page.setViewportSize({ width: 420, height: 900 })
    await screenshot(page, `${language}-settings-import-narrow`)
    await page.setViewportSize({ width: 1440, height: 1000 })

    await sender().save({ name: "Noch einmal anders" })
    const apply = async () => {
      await modal.getByRole("button", { name: texts.settingsFile.apply, exact: true }).click()
      const question = page.getByRole("alertdialog")
      await question.getByRole("button", { name: texts.settingsFile.apply, exact: true }).click()
    }
    await apply()
    await modal.getByTestId("conflict-notice").waitFor()
    await screenshot(page, `${language}-settings-import-conflict`)
    expect((await sender().read()).settings.name.value).toBe("Noch einmal anders")
    await modal.getByRole("button", { name: texts.settingsFile.compareAgain }).click()
    await nameRow.getByText("Noch einmal anders").waitFor()
    await apply()
    await page.getByText(texts.settingsFile.applied).first().waitFor()
    await modal.waitFor({ state: "detached" })
    await page.getByTestId("sender-settings").getByText("Morgenrot Büro").waitFor()
    expect((await wording().read()).fields.german_address.value).toBe("informal")
  })

  it("says what is wrong with a file, and applies nothing of it", async () => {
    await sender().save({ name: "Morgenrot Büro" })
    await openSettings(page, b2b)
    const file = await exported()
    const own = file.levels.find(({ shop: one }) => one?.id === b2b)!
    own.sections.wording = { german_address: "rude" }
    const gone = { shop: { id: "sc_gone", name: "Marktstand" }, sections: {} }
    const modal = await imported({ ...file, levels: [...file.levels, gone] })
    await modal.getByTestId("file-problems").getByText(texts.settingNames.german_address).waitFor()
    await modal.getByTestId("file-left-out").getByText(`Marktstand: ${texts.notTaken["shop-missing"]}`).waitFor()
    await screenshot(page, `${language}-settings-import-problems`)
    const apply = modal.getByRole("button", { name: texts.settingsFile.apply, exact: true })
    expect(await apply.isDisabled()).toBe(true)
  })

  it("says so when a file is something else, or has nothing new", async () => {
    await openSettings(page, b2b)
    const file = await exported()
    const modal = await imported(file)
    await modal.getByText(texts.settingsFile.same).waitFor()
    const input = modal.getByTestId("file-input")
    const put = (content: string) =>
      input.setInputFiles({ name: "else.json", mimeType: "application/json", buffer: Buffer.from(content) })
    await put("no JSON")
    await modal.getByText(texts.settingsFile.unreadable).waitFor()
    await put('{"products":[]}')
    await modal.getByText(texts.settingsFile.useless).waitFor()
    await modal.getByText("export one in the settings of the other shop").waitFor()
  })
})
