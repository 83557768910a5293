import { useQuery } from "@tanstack/react-query"
import { textsApi, type TextsQuery } from "../lib/texts-api"
import { orderMailsQueryKeys } from "./query-keys"

/** The texts of the customers' mails in a language, with what may be written in each. */
export const useTexts = (query: TextsQuery) =>
  useQuery({
    queryKey: orderMailsQueryKeys.texts(query),
    queryFn: async () => (await textsApi.list(query)).texts,
    staleTime: 0,
  })
