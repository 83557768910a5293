import { FetchError } from "@medusajs/js-sdk"
import { useQuery } from "@tanstack/react-query"
import { orderMailsApi } from "../lib/order-mails-api"
import { orderMailsQueryKeys } from "./query-keys"

/** Whether the server says that this mail was never rendered. */
export const isMissing = (error: unknown) => error instanceof FetchError && error.status === 404

/** The message as it was or will be sent. A mail that was never rendered answers 404, which is not tried again. */
export const useOrderMailContent = (id: string) =>
  useQuery({
    queryKey: orderMailsQueryKeys.content(id),
    queryFn: () => orderMailsApi.content(id),
    staleTime: Infinity,
    retry: (failures, error) => failures < 1 && !isMissing(error),
  })
