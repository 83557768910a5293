import type { MouseEvent } from "react"
import type { AdminOrderMail } from "../../src/api/types"
import { useMailTexts } from "../hooks/use-mail-texts"

interface MailTitleProps {
  mail: AdminOrderMail
  onOpen: (id: string) => void
}

/** The kind as a button, so that a mail can be opened with the keyboard, too: a table row cannot. */
export const MailTitle = ({ mail, onOpen }: MailTitleProps) => {
  const { kindTitle } = useMailTexts()
  const open = (event: MouseEvent) => {
    // The row opens the mail as well; once is enough.
    event.stopPropagation()
    onOpen(mail.id)
  }
  return (
    <button
      type="button"
      onClick={open}
      className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus max-w-full truncate rounded-sm text-left outline-none hover:underline"
    >
      {kindTitle(mail)}
    </button>
  )
}

/** One line that is cut where the column ends, whole in the browser's own tooltip. */
export const CutText = ({ text, className = "" }: { text: string; className?: string }) => (
  <span title={text} className={`block truncate ${className}`}>
    {text}
  </span>
)
