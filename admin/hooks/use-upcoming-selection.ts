import { useEffect, useMemo, useState } from "react"
import type { AdminUpcomingMail } from "../../src/api/dunning-types"

/** Rows by id, as Medusa's data table has it. */
export type Selection = Record<string, boolean>

/** A mail that can be approved or declined, among those that are only planned. */
export const isSelectable = ({ state, order_mail_id }: Pick<AdminUpcomingMail, "state" | "order_mail_id">): boolean =>
  state === "awaiting-approval" && order_mail_id !== null

/**
 * What is selected on the page in sight. Selected is never more than what can be seen: another page or filter begins anew,
 * and a mail that somebody else decided about drops out.
 * @param page changes with what is listed
 */
export const useUpcomingSelection = (mails: AdminUpcomingMail[] | undefined, page: string) => {
  const [selection, setSelection] = useState<Selection>({})
  useEffect(() => setSelection({}), [page])

  const mailIds = useMemo(
    () => (mails ?? []).flatMap((mail) => (selection[mail.id] && mail.order_mail_id ? [mail.order_mail_id] : [])),
    [mails, selection],
  )
  return { selection, setSelection, mailIds, clear: () => setSelection({}) }
}
