import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { senderApi, type SettingsLogQuery } from "../lib/sender-api"
import { orderMailsQueryKeys } from "./query-keys"

/** A page of the settings' history. */
export const useSettingsLog = (query: SettingsLogQuery) =>
  useQuery({
    queryKey: orderMailsQueryKeys.settingsLog(query),
    queryFn: () => senderApi.log(query),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
