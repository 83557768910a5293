import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminOrderMail } from "../../src/api/types"
import { isMoving } from "../lib/mail-state"
import { orderMailsApi, type OrderMailListQuery } from "../lib/order-mails-api"
import { orderMailsQueryKeys } from "./query-keys"

const POLL_MS = 3_000

const pollWhileMoving = (mails: AdminOrderMail[] | undefined) =>
  mails?.some((mail) => isMoving(mail)) ? POLL_MS : false

/** A page of mails, looked at again every few seconds while one of them is about to change. */
export const useOrderMails = (query: OrderMailListQuery) =>
  useQuery({
    queryKey: orderMailsQueryKeys.list(query),
    queryFn: () => orderMailsApi.list(query),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => pollWhileMoving(state.data?.order_mails),
  })

/** One mail with its timeline. */
export const useOrderMail = (id: string) =>
  useQuery({
    queryKey: orderMailsQueryKeys.detail(id),
    queryFn: () => orderMailsApi.retrieve(id),
    staleTime: 0,
    refetchInterval: ({ state }) => pollWhileMoving(state.data && [state.data.order_mail]),
  })

/** What the whole plugin is doing: transport, kinds, shops and the count of mails in trouble. */
export const useOrderMailsOverview = () =>
  useQuery({ queryKey: orderMailsQueryKeys.overview(), queryFn: orderMailsApi.overview, staleTime: 30_000 })
