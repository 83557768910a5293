import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AdminSaveSettings, AdminSettingsSection } from "../../src/api/settings-types"
import { settingsApi, type SettingsQuery } from "../lib/settings-api"
import { orderMailsQueryKeys } from "./query-keys"

/** A section's settings of one shop, or of all of them. */
export const useSectionSettings = <S extends AdminSettingsSection>(query: SettingsQuery<S>) =>
  useQuery({
    queryKey: orderMailsQueryKeys.settings(query),
    queryFn: async () => (await settingsApi.retrieve(query)).settings,
    staleTime: 0,
    // A shop that does not exist does not begin to by asking again.
    retry: false,
  })

/** Saves a section, and has whatever shows it loaded anew. */
export const useSaveSection = <S extends AdminSettingsSection>(section: S) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminSaveSettings<S>) => settingsApi.save(section, body),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: orderMailsQueryKeys.settingsOf(section) }),
        client.invalidateQueries({ queryKey: orderMailsQueryKeys.settingsLogs }),
        client.invalidateQueries({ queryKey: orderMailsQueryKeys.shops() }),
      ]),
  })
}
