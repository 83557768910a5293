import { useMutation, useQueryClient } from "@tanstack/react-query"
import { senderApi } from "../lib/sender-api"
import type { ShopId } from "../lib/shop-id"
import { orderMailsQueryKeys } from "./query-keys"

/** Asks for the archive mailbox's password, which the server logs. Forgotten as soon as nothing shows it. */
export const useArchivePassword = (shopId: ShopId) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => senderApi.revealArchivePassword(shopId),
    gcTime: 0,
    onSuccess: () => client.invalidateQueries({ queryKey: orderMailsQueryKeys.settingsLogs }),
  })
}
