import { Container, Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import { useSettingsAddress } from "../hooks/use-settings-address"
import type { SettingsPage } from "../lib/settings-pages"
import { PreviewButton } from "./preview-button"
import { SettingsFileMenu } from "./settings-file-menu"
import { SettingsNav } from "./settings-nav"
import { ShopSwitcher } from "./shop-switcher"

/** What the page is about, whose settings it shows, and the way to the others; what can be done stands beside. */
export const SettingsHeader = ({ page, children }: PropsWithChildren<{ page: SettingsPage }>) => {
  const { t } = useTranslation("orderMail")
  const { shopId, chooseShop } = useSettingsAddress()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
        <div className="min-w-0 flex-1 basis-60">
          <Heading>{t(`sections.${page}`)}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {shopId === null ? t("settings.subtitleAll") : t("settings.subtitleShop")}
          </Text>
        </div>
        <div className="flex w-full flex-wrap items-center gap-2 sm:w-auto">
          <ShopSwitcher shopId={shopId} onChoose={chooseShop} />
          <PreviewButton shopId={shopId} />
          {children}
          <SettingsFileMenu />
        </div>
      </div>
      <div className="bg-ui-bg-subtle rounded-b-lg px-4 py-2">
        <SettingsNav section={page} shopId={shopId} />
      </div>
    </Container>
  )
}
