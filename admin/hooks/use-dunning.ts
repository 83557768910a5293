import { useQuery } from "@tanstack/react-query"
import type { AdminDunning } from "../../src/api/dunning-types"
import { dunningApi, type StopsOf } from "../lib/dunning-api"
import { orderMailsQueryKeys } from "./query-keys"

const MOVING_MS = 5_000
const RESTING_MS = 60_000

/** A mail on its way makes room for the next within moments; a payment can come in at any time. */
const pollAfter = (dunning: AdminDunning | null | undefined) =>
  dunning?.reason === "mail-under-way" ? MOVING_MS : RESTING_MS

/** What comes next for an order; null for one that nobody is ever reminded of. */
export const useDunning = (orderId: string) =>
  useQuery({
    queryKey: orderMailsQueryKeys.dunning(orderId),
    queryFn: () => dunningApi.retrieve(orderId),
    staleTime: 0,
    refetchInterval: ({ state }) => pollAfter(state.data),
  })

/** Who is not reminded: the stops of an order or of a customer, the active ones first. */
export const useStops = (of: StopsOf) =>
  useQuery({ queryKey: orderMailsQueryKeys.stops(of), queryFn: () => dunningApi.stops(of), staleTime: 0 })
