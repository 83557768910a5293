import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { ShopId } from "../lib/shop-id"
import { useShops } from "./use-shops"

/** Names shops by their ids; one that is not there any more keeps its id. */
export const useShopName = () => {
  const { t } = useTranslation("orderMail")
  const shops = useShops().data?.shops
  return useCallback(
    (id: ShopId): string => (id === null ? t("shops.all") : (shops?.find((shop) => shop.id === id)?.name ?? id)),
    [t, shops],
  )
}
