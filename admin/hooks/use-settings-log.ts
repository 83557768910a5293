import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { settingsApi, type SettingsLogQuery } from "../lib/settings-api"
import { orderMailsQueryKeys } from "./query-keys"

/** A page of the settings' history. */
export const useSettingsLog = (query: SettingsLogQuery) =>
  useQuery({
    queryKey: orderMailsQueryKeys.settingsLog(query),
    queryFn: () => settingsApi.log(query),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
