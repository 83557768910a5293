import { useQuery } from "@tanstack/react-query"
import { previewApi } from "../lib/preview-api"
import type { ShopId } from "../lib/shop-id"
import { orderNumberOf } from "../lib/test-mail"
import { testMailApi } from "../lib/test-mail-api"
import { useSettled } from "./use-settled"

const TYPING_PAUSE_MS = 300

interface PreviewOrder {
  /** Null: the sample order, also while a number is looked up. */
  id: string | null
  isMissing: boolean
  isSearching: boolean
  error: Error | null
}

/** The order with the number that was typed; the sample order without one. */
export const usePreviewOrder = (typed: string): PreviewOrder => {
  const wanted = orderNumberOf(typed)
  const number = useSettled(wanted, TYPING_PAUSE_MS)
  const { data, error, isFetching } = useQuery({
    queryKey: ["order_mail_order_by_number", number],
    queryFn: () => testMailApi.findOrder(number),
    enabled: number !== "",
    retry: false,
  })
  const isSettled = number === wanted
  return {
    id: wanted === "" || !isSettled ? null : (data?.id ?? null),
    isMissing: wanted !== "" && isSettled && data === null,
    isSearching: wanted !== "" && (isFetching || !isSettled),
    error: wanted === "" ? null : error,
  }
}

/** Orders to choose from; none for somebody who may not see any. */
export const useRecentOrders = (shopId: ShopId) =>
  useQuery({
    queryKey: ["order_mail_recent_orders", shopId],
    queryFn: () => previewApi.recentOrders(shopId),
    staleTime: 30_000,
    retry: false,
  })
