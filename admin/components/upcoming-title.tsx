import type { AdminUpcomingMail } from "../../src/api/dunning-types"
import { useDunningTexts } from "../hooks/use-dunning-texts"
import { CutText, OpenMailButton } from "./mail-cells"

interface UpcomingTitleProps {
  mail: AdminUpcomingMail
  onOpen: (id: string) => void
}

/** What the mail is: a button that opens it once it is written. */
export const UpcomingTitle = ({ mail, onOpen }: UpcomingTitleProps) => {
  const { stepName } = useDunningTexts()
  const { order_mail_id: mailId } = mail
  return mailId === null ? (
    <CutText text={stepName(mail)} />
  ) : (
    <OpenMailButton title={stepName(mail)} onOpen={() => onOpen(mailId)} />
  )
}
