import { ordersQueryKeys } from "@medusajs/dashboard/hooks"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import type { AdminResendOrderMailBody, AdminSendOrderMailBody } from "../../src/api/types"
import { orderMailsApi } from "../lib/order-mails-api"
import { orderMailsQueryKeys } from "./query-keys"

const useInvalidateOrderMails = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: orderMailsQueryKeys.all })
}

/** Sends a mail once more; with `update_order` the order around it changes, too. */
export const useResendOrderMail = (id: string) => {
  const client = useQueryClient()
  const invalidate = useInvalidateOrderMails()
  return useMutation({
    mutationFn: (body: AdminResendOrderMailBody) => orderMailsApi.resend(id, body),
    onSuccess: async (_response, body) => {
      if (body.update_order) void client.invalidateQueries({ queryKey: ordersQueryKeys.all })
      await invalidate()
    },
  })
}

/** Sends a kind of mail for an order now. */
export const useSendOrderMail = (orderId: string) => {
  const invalidate = useInvalidateOrderMails()
  return useMutation({
    mutationFn: (body: AdminSendOrderMailBody) => orderMailsApi.send(orderId, body),
    onSuccess: invalidate,
  })
}

/** Cancels a mail that has not left yet. A refusal means that its state has changed, so that is loaded again as well. */
export const useCancelOrderMail = () => {
  const invalidate = useInvalidateOrderMails()
  return useMutation({ mutationFn: (id: string) => orderMailsApi.cancel(id), onSettled: invalidate })
}
