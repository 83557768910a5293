import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useShopName } from "../hooks/use-shop-name"
import { useShops } from "../hooks/use-shops"
import type { ShopId } from "../lib/shop-id"

/** Radix takes no empty value; no sales channel has this id. */
const ALL = "all"

interface ShopSwitcherProps {
  shopId: ShopId
  onChoose: (shopId: ShopId) => void
}

/** Chooses whose settings are shown: the store-wide default, or one sales channel's. */
export const ShopSwitcher = ({ shopId, onChoose }: ShopSwitcherProps) => {
  const { t } = useTranslation("orderMail")
  const { data } = useShops()
  const nameOf = useShopName()
  const id = useId()
  const remarks = (shop: { is_disabled: boolean; has_own_settings: boolean }) =>
    [shop.has_own_settings && t("shops.ownSettings"), shop.is_disabled && t("shops.disabled")].filter(Boolean)

  return (
    <div className="w-full sm:w-64">
      <Label htmlFor={id} className="sr-only">
        {t("fields.shop")}
      </Label>
      <Select value={shopId ?? ALL} onValueChange={(chosen) => onChoose(chosen === ALL ? null : chosen)}>
        <Select.Trigger id={id} data-testid="shop-switcher">
          <span className="truncate">
            <Select.Value>{nameOf(shopId)}</Select.Value>
          </span>
        </Select.Trigger>
        <Select.Content className="max-h-[320px] max-w-[min(360px,90vw)]">
          <Select.Item value={ALL}>{t("shops.all")}</Select.Item>
          {data && data.shops.length > 0 && <Select.Separator />}
          {data?.shops.map((shop) => (
            <Select.Item key={shop.id} value={shop.id}>
              {shop.name}
              {remarks(shop).length > 0 && (
                <span className="text-ui-fg-muted font-normal"> · {remarks(shop).join(" · ")}</span>
              )}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
