import type { AdminOrderMailResponse } from "../../src/api/types"

type Mail = Pick<AdminOrderMailResponse["order_mail"], "suggested_recipient" | "timeline">

/** What the recipient was probably meant to be; null once the mail was sent again to that address. */
export function openSuggestionOf({ suggested_recipient, timeline }: Mail): string | null {
  const isCorrected = timeline.some(
    ({ type, data }) =>
      type === "sent-again" && data.order_mail_id !== null && data.corrected_to === suggested_recipient,
  )
  return isCorrected ? null : suggested_recipient
}
