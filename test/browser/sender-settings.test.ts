import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { launchBrowser, openAdmin, screenshot, type AdminLanguage } from "../helpers/browser"
import { startDnsServer, type TestDnsServer } from "../helpers/dns-server"
import { startLoginServer, type LoginServer } from "../helpers/login-server"
import { settingsOf } from "../helpers/sender-settings"
import { shopClient, type ShopClient } from "../helpers/shop"
import { TEXTS } from "./admin-page"
import { hasSidewaysScroll, openForm, openSettings, row, typeOwn } from "./settings-page"

const PASSWORD = "Nur-auf-Nachfrage-7"
/** What the shop's configuration says. */
const CONFIGURED = { address: "bestellung@morgenrot-kaffee.example", domain: "morgenrot-kaffee.example" }
const NARROW = { width: 420, height: 900 }
const WIDE = { width: 1440, height: 1000 }

let shop: ShopClient
let browser: Browser
let dns: TestDnsServer
let mailServer: LoginServer
let b2b: string

beforeAll(async () => {
  shop = await shopClient()
  browser = await launchBrowser()
  dns = await startDnsServer({}, shop.dnsPort)
  mailServer = await startLoginServer("shop", PASSWORD)
  b2b = shop.channels.find(({ name }) => name === "B2B-Shop")!.id
})

afterAll(async () => {
  await browser?.close()
  await mailServer?.close()
  await dns?.close()
})

describe.each<AdminLanguage>(["en", "de"])("the settings in %s", (language) => {
  const texts = TEXTS[language]
  let context: BrowserContext
  let page: Page
  const problems: string[] = []
  /** Everything the server has told this page. */
  const answers: Promise<string>[] = []
  let ofShop: ReturnType<typeof settingsOf>
  let ofStore: ReturnType<typeof settingsOf>

  beforeAll(async () => {
    ;({ context, page } = await openAdmin(browser, language))
    page.on("pageerror", (error) => problems.push(error.message))
    page.on("response", (response) => {
      if (response.url().includes("/admin/")) answers.push(response.text().catch(() => ""))
    })
    ofShop = settingsOf(shop, b2b)
    ofStore = settingsOf(shop, null)
  })

  beforeEach(async () => {
    await ofShop.inheritAll()
    await ofStore.inheritAll()
    answers.length = 0
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await screenshot(page, `failed-settings-${language}-${task.id}`)
    await page.setViewportSize(WIDE)
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await ofShop?.inheritAll()
    await ofStore?.inheritAll()
    await context?.close()
  })

  it("shows the DNS records to publish, each part with a button to copy it", async () => {
    dns.set({ [CONFIGURED.domain]: { MX: [{ exchange: `mx.${CONFIGURED.domain}`, priority: 10 }] } })
    const section = await openSettings(page, null)
    const checks = section.getByTestId("domain-checks")
    await checks.getByRole("button", { name: texts.checks.checkNow }).click()
    const spf = checks.locator('[data-check="spf"][data-status="missing"]')
    await spf.getByText(texts.checkReasons["spf-missing"]).waitFor()
    await checks.locator('[data-check="mx"][data-status="ok"]').waitFor()
    await checks.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-dns`)

    await context.grantPermissions(["clipboard-read", "clipboard-write"])
    const { checks: results } = await ofStore.read()
    const record = results?.find(({ check }) => check === "spf")?.record
    for (const [label, value] of [
      [texts.dnsRecord.copyType, record?.type],
      [texts.dnsRecord.copyName, record?.name],
      [texts.dnsRecord.copyValue, record?.value],
    ] as const) {
      await spf.getByRole("button", { name: label }).click()
      await spf.getByText(texts.actions.copied).first().waitFor()
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe(value)
      await page.mouse.move(0, 0)
    }
  })

  it("gives up a DKIM key that waits, after a question", async () => {
    const keysOf = async (role: string) => (await ofStore.read()).dkim_keys.filter((key) => key.role === role)
    if ((await keysOf("waits")).length === 0) await shop.api.post("/admin/order-mails/sender/dkim-key")
    const { selector } = (await keysOf("waits"))[0]!
    const section = await openSettings(page, null)
    const key = section.getByTestId("dkim-keys").locator(`[data-selector="${selector}"]`)
    await key.getByRole("button", { name: texts.dkimKeys.giveUp }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText(texts.dkimPrompt.giveUpDescription).waitFor()
    await question.getByRole("button", { name: texts.dkimKeys.giveUp }).click()
    await key.waitFor({ state: "detached" })
    expect(await keysOf("waits")).toEqual([])
  })

  it("sets an address for one shop, says what is inherited, and keeps the shop in the page's address", async () => {
    await ofStore.save({ name: "Morgenrot" })
    const section = await openSettings(page, null)
    await row(section, "name", "own").getByText("Morgenrot").waitFor()
    await row(section, "address", "options").getByText(CONFIGURED.address).waitFor()
    await screenshot(page, `${language}-settings-store`)

    await section.getByTestId("shop-switcher").click()
    await page.getByRole("option", { name: "B2B-Shop" }).waitFor()
    await screenshot(page, `${language}-settings-shops`)
    await page.getByRole("option", { name: "B2B-Shop" }).click()
    await page.waitForURL((url) => url.searchParams.get("shop_id") === b2b)
    const card = section.getByTestId("sender-settings")
    await row(card, "name", "store").getByText(texts.origins.store).waitFor()

    const drawer = await openForm(page, card, texts)
    const { address } = texts.settingNames
    expect(await drawer.getByRole("textbox", { name: address, exact: true }).getAttribute("placeholder")).toBe(
      CONFIGURED.address,
    )
    await typeOwn(drawer, texts, address, "einkauf@")
    await screenshot(page, `${language}-settings-form`)
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.getByText(texts.settingProblems.addressInvalid).waitFor()
    await screenshot(page, `${language}-settings-form-wrong`)
    // What only the server can tell stands at its field, too.
    await typeOwn(drawer, texts, address, "einkäufer@b2b-morgenrot.example")
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.getByText("takes one e-mail address").waitFor()
    await typeOwn(drawer, texts, address, "einkauf@b2b-morgenrot.example")
    await typeOwn(drawer, texts, texts.settingNames.reply_to, "")
    await drawer.getByRole("button", { name: texts.actions.save }).click()

    await page.getByText(texts.settingsForm.saved).first().waitFor()
    await drawer.waitFor({ state: "detached" })
    await row(card, "address", "own").getByText("einkauf@b2b-morgenrot.example").waitFor()
    await row(card, "reply_to", "own").getByText(texts.settingEmpty.reply_to).waitFor()
    // What is known of the platform's mail server is the operator's to say.
    expect(await card.getByText(texts.settingNames.spf_include).count()).toBe(0)
    await page.reload()
    await row(card, "address", "own").getByText(texts.origins.own).waitFor()
    await section.getByTestId("domain-checks").getByText("b2b-morgenrot.example").first().waitFor()
    await screenshot(page, `${language}-settings-shop`)
    await page.setViewportSize(NARROW)
    await screenshot(page, `${language}-settings-shop-narrow`)
    expect(await hasSidewaysScroll(page)).toBe(false)

    await page.setViewportSize(WIDE)
    const again = await openForm(page, card, texts)
    await again.getByRole("switch", { name: texts.settingsForm.inheritNamed.replace("{{name}}", address) }).click()
    await again.getByRole("button", { name: texts.actions.save }).click()
    await row(card, "address", "options").getByText(CONFIGURED.address).waitFor()
    expect((await ofShop.read()).settings.address.origin).toBe("options")
  })

  it("asks before what was typed is thrown away", async () => {
    const section = await openSettings(page, b2b)
    const card = section.getByTestId("sender-settings")
    // What was saved before must not make it believe that this is saved, too.
    const saved = await openForm(page, card, texts)
    await typeOwn(saved, texts, texts.settingNames.name, "Gespeichert")
    await saved.getByRole("button", { name: texts.actions.save }).click()
    await row(card, "name", "own").getByText("Gespeichert").waitFor()

    const drawer = await openForm(page, card, texts)
    await typeOwn(drawer, texts, texts.settingNames.name, "Nur getippt")
    await page.keyboard.press("Escape")
    const question = page.getByRole("alertdialog")
    await question.getByText(texts.unsaved.title).waitFor()
    await screenshot(page, `${language}-settings-unsaved`)
    await question.getByRole("button", { name: texts.unsaved.stay }).click()
    await question.waitFor({ state: "detached" })
    const name = drawer.getByRole("textbox", { name: texts.settingNames.name, exact: true })
    expect(await name.inputValue()).toBe("Nur getippt")

    await page.goBack()
    await question.waitFor()
    await question.getByRole("button", { name: texts.unsaved.leave }).click()
    await drawer.waitFor({ state: "detached" })
    expect((await ofShop.read()).settings.name.value).toBe("Gespeichert")
  })

  it("tells who saves second, keeps what was typed, and loads the newer settings on request", async () => {
    const section = await openSettings(page, b2b)
    const drawer = await openForm(page, section.getByTestId("sender-settings"), texts)
    await typeOwn(drawer, texts, texts.settingNames.name, "Der Zweite")
    await ofShop.save({ name: "Die Erste" })
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    const notice = drawer.getByTestId("conflict-notice")
    await notice.waitFor()
    await screenshot(page, `${language}-settings-conflict`)
    const name = drawer.getByRole("textbox", { name: texts.settingNames.name, exact: true })
    expect(await name.inputValue()).toBe("Der Zweite")
    expect((await ofShop.read()).settings.name.value).toBe("Die Erste")

    await notice.getByRole("button", { name: texts.settingsForm.loadNewer }).click()
    await notice.waitFor({ state: "detached" })
    expect(await name.inputValue()).toBe("Die Erste")
    await name.fill("Die Dritten")
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await row(section, "name", "own").getByText("Die Dritten").waitFor()
  })

  it("tries and saves an own mail server, and never shows its password again", async () => {
    const section = await openSettings(page, b2b)
    const card = section.getByTestId("mail-server")
    await row(card, "smtp", "options").waitFor()
    const drawer = await openForm(page, card, texts)
    await drawer.getByRole("radio", { name: texts.smtpSources.own.label }).click()
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.getByText(texts.smtpProblems.hostMissing).waitFor()

    const type = (name: string, value: string) => drawer.getByLabel(name, { exact: true }).fill(value)
    await type(texts.smtpForm.host, "localhost")
    await drawer.getByRole("combobox", { name: texts.smtpForm.tls }).click()
    await page.getByRole("option", { name: texts.tlsModes.opportunistic }).click()
    await type(texts.smtpForm.port, String(mailServer.port))
    await type(texts.smtpForm.user, "shop")
    await type(texts.password.label, "falsch-und-geheim")
    const test = drawer.getByTestId("smtp-test")
    await test.getByRole("button", { name: texts.connection.test }).click()
    await test.getByText(texts.connectionProblems["login-refused"]).waitFor()
    await test.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-smtp-refused`)

    await type(texts.password.label, PASSWORD)
    // It was about what stood there before.
    await test.locator("[data-problem]").waitFor({ state: "detached" })
    await test.getByRole("button", { name: texts.connection.test }).click()
    await test.locator("[data-usable]").waitFor()
    await test.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-smtp-usable`)
    await page.setViewportSize(NARROW)
    await screenshot(page, `${language}-settings-smtp-narrow`)
    await page.setViewportSize(WIDE)
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.waitFor({ state: "detached" })

    await row(card, "smtp", "own").waitFor()
    await card.getByText(`localhost:${mailServer.port}`).first().waitFor()
    await card.getByRole("button", { name: texts.connection.test }).click()
    await card.locator("[data-usable]").getByText(texts.connection.loggedIn).waitFor()
    await card.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-mail-server`)
    await page.setViewportSize(NARROW)
    await card.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-mail-server-narrow`)
    expect(await hasSidewaysScroll(page)).toBe(false)
    await page.setViewportSize(WIDE)

    const again = await openForm(page, card, texts)
    const password = again.getByLabel(texts.password.label, { exact: true })
    expect(await password.inputValue()).toBe("")
    expect(await password.getAttribute("placeholder")).toBe(texts.password.stored)
    await again.getByLabel(texts.smtpForm.host, { exact: true }).fill("127.0.0.1")
    await again.getByText(texts.passwordHints.lost).waitFor()
    expect(await page.content()).not.toContain(PASSWORD)
    const told = (await Promise.all(answers)).join("\n")
    expect(told).toContain(`"port":${mailServer.port}`)
    expect(told).not.toContain(PASSWORD)
    expect(told).not.toContain("falsch-und-geheim")
  })

  it("takes a mail server apart that is pasted as a URL", async () => {
    const section = await openSettings(page, b2b)
    const card = section.getByTestId("mail-server")
    const drawer = await openForm(page, card, texts)
    await drawer.getByRole("radio", { name: texts.smtpSources.own.label }).click()
    await drawer.getByRole("tab", { name: texts.smtpForm.asUrl }).click()
    const url = drawer.getByLabel(texts.smtpForm.url, { exact: true })
    await url.fill("https://mail.example")
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.getByText(texts.smtpProblems.urlInvalid).waitFor()
    await url.fill(`smtp://shop:${PASSWORD}@localhost:${mailServer.port}`)
    await screenshot(page, `${language}-settings-smtp-url`)
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await card.getByText(`localhost:${mailServer.port}`).waitFor()
    await card.getByText(texts.tlsModes.starttls).waitFor()
    // The server does not offer encryption, and the card says so.
    await card.getByRole("button", { name: texts.connection.test }).click()
    await card.getByText(texts.connectionProblems["starttls-missing"]).waitFor()
    expect((await Promise.all(answers)).join("\n")).not.toContain(PASSWORD)
  })

  it("shows the archive's password on request, and the change log says who asked", async () => {
    const section = await openSettings(page, b2b)
    const card = section.getByTestId("archive-mailbox")
    const drawer = await openForm(page, card, texts)
    await typeOwn(drawer, texts, texts.settingNames.archive_address, "archiv@morgenrot-kaffee.example")
    const inherits = texts.settingsForm.inheritNamed.replace("{{name}}", texts.settingNames.archive_mailbox)
    await drawer.getByRole("switch", { name: inherits }).click()
    await drawer.getByLabel(texts.archive.host, { exact: true }).fill("imap.morgenrot-kaffee.example")
    await drawer.getByLabel(texts.archive.user, { exact: true }).fill("archiv")
    await drawer.getByLabel(texts.password.label, { exact: true }).fill(PASSWORD)
    await screenshot(page, `${language}-settings-archive-form`)
    await drawer.getByRole("button", { name: texts.actions.save }).click()
    await drawer.waitFor({ state: "detached" })
    await row(card, "archive_mailbox", "own").getByText("imap.morgenrot-kaffee.example").waitFor()
    expect(await page.content()).not.toContain(PASSWORD)
    expect((await Promise.all(answers)).join("\n")).not.toContain(PASSWORD)

    const password = card.getByTestId("archive-password")
    await password.getByText(texts.password.logged).waitFor()
    await password.getByRole("button", { name: texts.password.show }).click()
    await password.getByText(PASSWORD).waitFor()
    await card.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-archive`)
    await context.grantPermissions(["clipboard-read", "clipboard-write"])
    await password.getByRole("button", { name: texts.password.copy }).click()
    await password.getByText(texts.actions.copied).first().waitFor()
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(PASSWORD)
    await password.getByRole("button", { name: texts.password.hide }).click()
    await password.getByText(PASSWORD).waitFor({ state: "detached" })

    const log = section.getByTestId("settings-log")
    await log.getByText(texts.settingsLog.revealed).first().waitFor()
    const newest = log.locator("tbody tr").first()
    expect(await newest.innerText()).toContain(shop.admin.email)
    await log.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-log`)
    await page.setViewportSize(NARROW)
    await log.scrollIntoViewIfNeeded()
    await screenshot(page, `${language}-settings-log-narrow`)
    expect(await hasSidewaysScroll(page)).toBe(false)
  })

  it("keeps a log of what was changed by whom, page by page", async () => {
    await ofShop.save({ name: "Eins" })
    await ofShop.save({ name: "Zwei" })
    for (let n = 0; n < 10; n++) await ofShop.save({ reply_to: `antwort-${n}@morgenrot-kaffee.example` })
    const section = await openSettings(page, b2b)
    const log = section.getByTestId("settings-log")
    await log.getByText("antwort-9@morgenrot-kaffee.example").waitFor()
    expect(await log.locator("tbody tr").count()).toBe(10)
    const next = log.getByRole("button", { name: language === "de" ? "Nächste" : "Next" })
    await next.click()
    await page.waitForURL((url) => url.searchParams.get("log_offset") === "10")
    const change = log.locator("tbody tr", { hasText: "Zwei" }).first()
    expect(await change.innerText()).toMatch(/Eins\s[^]*Zwei/)
    expect(await change.innerText()).toContain(texts.settingNames.name)
  })

  it("says so when there is no such shop, and leads back", async () => {
    await page.goto(`${shop.baseUrl}/app/settings/order-mails?shop_id=sc_gone`)
    const section = page.getByTestId("sender-section")
    await section.getByText(texts.errors.shopGone).waitFor()
    await screenshot(page, `${language}-settings-no-shop`)
    await section.getByTestId("shop-switcher").click()
    await page.getByRole("option", { name: texts.shops.all }).click()
    await section.getByTestId("sender-settings").waitFor()
  })
})
