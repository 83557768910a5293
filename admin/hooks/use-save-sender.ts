import { useMutation, useQueryClient } from "@tanstack/react-query"
import { senderApi } from "../lib/sender-api"
import { orderMailsQueryKeys } from "./query-keys"

/** Saves settings. The answer has everything as it is afterwards; who else inherits it is loaded when it is looked at. */
export const useSaveSender = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: senderApi.save,
    // Nothing remembers a password that was typed.
    gcTime: 0,
    onSuccess: async (response) => {
      client.setQueryData(orderMailsQueryKeys.sender(response.sender.shop_id), response)
      await Promise.all([
        client.invalidateQueries({ queryKey: orderMailsQueryKeys.settingsLogs }),
        client.invalidateQueries({ queryKey: orderMailsQueryKeys.shops() }),
      ])
    },
  })
}
