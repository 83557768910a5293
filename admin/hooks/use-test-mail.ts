import { useMutation, useQuery } from "@tanstack/react-query"
import type { AdminSendTestMail } from "../../src/api/test-mail-types"
import { testMailApi } from "../lib/test-mail-api"

/** What the form knows; the order's number is still to be looked up. */
export interface TestMailDraft extends Omit<AdminSendTestMail, "order_id"> {
  /** Empty: the sample order. */
  order_number: string
}

/** There is no order with the number that was typed. */
export class OrderNotFound extends Error {}

/** Sends a test mail. Its answer is of this moment, so nothing keeps it. */
export const useSendTestMail = () =>
  useMutation({
    mutationFn: async ({ order_number, ...draft }: TestMailDraft) => {
      const order = order_number === "" ? null : await testMailApi.findOrder(order_number)
      if (order_number !== "" && !order) throw new OrderNotFound()
      return testMailApi.send({ ...draft, order_id: order?.id ?? null })
    },
  })

/** Where most test mails go: to whoever sends them. */
export const useMyAddress = () => useQuery({ queryKey: ["order_mail_my_address"], queryFn: testMailApi.myAddress })
