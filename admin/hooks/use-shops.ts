import { useQuery } from "@tanstack/react-query"
import { senderApi } from "../lib/sender-api"
import { orderMailsQueryKeys } from "./query-keys"

/** The sales channels that settings can be made for. */
export const useShops = () =>
  useQuery({ queryKey: orderMailsQueryKeys.shops(), queryFn: senderApi.shops, staleTime: 30_000 })
