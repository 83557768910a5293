import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminSmtpInput } from "../../src/api/sender-settings-types"
import type { AdminSenderResponse } from "../../src/api/sender-types"
import { senderApi } from "../lib/sender-api"
import type { ShopId } from "../lib/shop-id"
import { orderMailsQueryKeys } from "./query-keys"

/** Who a shop's mails are from, how DNS stands to that, and the domain's DKIM keys. */
export const useSender = (shopId: ShopId) =>
  useQuery({
    queryKey: orderMailsQueryKeys.sender(shopId),
    queryFn: () => senderApi.retrieve(shopId),
    staleTime: 0,
    // A shop that does not exist does not begin to by asking again.
    retry: false,
  })

/** These POSTs answer with everything as it is afterwards. A refusal means that something has changed meanwhile. */
const useSenderAction = <Given = void>(
  shopId: ShopId,
  action: (shopId: ShopId, given: Given) => Promise<AdminSenderResponse>,
) => {
  const client = useQueryClient()
  const queryKey = orderMailsQueryKeys.sender(shopId)
  return useMutation({
    mutationFn: (given: Given) => action(shopId, given),
    onSuccess: (response) => client.setQueryData(queryKey, response),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

/** Looks into DNS now. */
export const useCheckDomain = (shopId: ShopId) => useSenderAction(shopId, senderApi.check)

/** Makes the domain's first DKIM key, or the one that follows. */
export const useMakeDkimKey = (shopId: ShopId) => useSenderAction(shopId, senderApi.makeDkimKey)

/** Gives up the key that waits, by its selector. */
export const useGiveUpDkimKey = (shopId: ShopId) => useSenderAction(shopId, senderApi.giveUpDkimKey)

/** Tries a connection to a mail server. Its answer is of this moment, so nothing keeps it. */
export const useTestConnection = () =>
  useMutation({
    mutationFn: ({ shopId, smtp }: { shopId: ShopId; smtp?: AdminSmtpInput | null }) =>
      senderApi.testConnection(shopId, smtp),
    // Nothing remembers a password that was typed.
    gcTime: 0,
  })
