import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { dunningApi, type UpcomingQuery } from "../lib/dunning-api"
import { orderMailsQueryKeys } from "./query-keys"

/** While plans are worked out anew, the lines change every moment. */
const PLANNING_MS = 3_000
const RESTING_MS = 60_000

/** A page of what the plans would send. */
export const useUpcoming = (query: UpcomingQuery) =>
  useQuery({
    queryKey: orderMailsQueryKeys.upcoming(query),
    queryFn: () => dunningApi.upcoming(query),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.unplanned ? PLANNING_MS : RESTING_MS),
  })
