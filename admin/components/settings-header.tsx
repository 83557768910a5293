import { Container, Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import type { ShopId } from "../lib/sender-api"
import { ShopSwitcher } from "./shop-switcher"

interface SettingsHeaderProps {
  shopId: ShopId
  onChooseShop: (shopId: ShopId) => void
}

/** What the page is about and whose settings it shows; what can be done with all of it stands beside. */
export const SettingsHeader = ({ shopId, onChooseShop, children }: PropsWithChildren<SettingsHeaderProps>) => {
  const { t } = useTranslation("orderMail")
  return (
    <Container className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-4">
      <div className="min-w-0 flex-1 basis-60">
        <Heading>{t("sender.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {shopId === null ? t("sender.subtitleAll") : t("sender.subtitleShop")}
        </Text>
      </div>
      <div className="flex w-full flex-wrap items-center gap-2 sm:w-auto">
        <ShopSwitcher shopId={shopId} onChoose={onChooseShop} />
        {children}
      </div>
    </Container>
  )
}
