import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminApprovalsBody, AdminDunningStepBody, AdminDunningStopBody } from "../../src/api/dunning-types"
import { dunningApi } from "../lib/dunning-api"
import { orderMailsQueryKeys } from "./query-keys"

/** Loads everything about mails again, after a refusal, too: it means that something has changed. */
const useSettled = () => {
  const client = useQueryClient()
  return { onSettled: () => client.invalidateQueries({ queryKey: orderMailsQueryKeys.all }) }
}

export const useSendStepNow = (orderId: string) =>
  useMutation({ mutationFn: (step: AdminDunningStepBody) => dunningApi.sendNow(orderId, step), ...useSettled() })

export const useSkipStep = (orderId: string) =>
  useMutation({ mutationFn: (step: AdminDunningStepBody) => dunningApi.skip(orderId, step), ...useSettled() })

export const useEndPlan = (orderId: string) =>
  useMutation({ mutationFn: () => dunningApi.end(orderId), ...useSettled() })

export const useResumePlan = (orderId: string) =>
  useMutation({ mutationFn: () => dunningApi.resume(orderId), ...useSettled() })

export const useAddStop = () =>
  useMutation({ mutationFn: (body: AdminDunningStopBody) => dunningApi.addStop(body), ...useSettled() })

export const useLiftStop = () => useMutation({ mutationFn: (id: string) => dunningApi.liftStop(id), ...useSettled() })

export const useDecideApprovals = () =>
  useMutation({ mutationFn: (body: AdminApprovalsBody) => dunningApi.decideApprovals(body), ...useSettled() })
