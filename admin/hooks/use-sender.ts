import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { senderApi } from "../lib/sender-api"
import { orderMailsQueryKeys } from "./query-keys"

/** Who mails are from, how DNS stands to that, and the domain's DKIM keys. */
export const useSender = () =>
  useQuery({ queryKey: orderMailsQueryKeys.sender(), queryFn: senderApi.retrieve, staleTime: 0 })

/** Both POSTs answer with everything as it is afterwards. A refusal means that something has changed meanwhile. */
const useSenderAction = (action: typeof senderApi.check) => {
  const client = useQueryClient()
  const queryKey = orderMailsQueryKeys.sender()
  return useMutation({
    mutationFn: action,
    onSuccess: (response) => client.setQueryData(queryKey, response),
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

/** Looks into DNS now. */
export const useCheckDomain = () => useSenderAction(senderApi.check)

/** Makes the domain's first DKIM key, or the one that follows. */
export const useMakeDkimKey = () => useSenderAction(senderApi.makeDkimKey)

/** Tries the connection to the mail server. Its answer is of this moment, so nothing keeps it. */
export const useTestConnection = () => useMutation({ mutationFn: senderApi.testConnection })
