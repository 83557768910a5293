import type { MouseEvent } from "react"
import { Link } from "react-router-dom"
import type { AdminOrderMail } from "../../src/api/types"
import { useMailTexts } from "../hooks/use-mail-texts"

interface OpenMailButtonProps {
  title: string
  onOpen: () => void
}

/** What a mail is, as a button, so that it can be opened with the keyboard, too: a table row cannot. */
export const OpenMailButton = ({ title, onOpen }: OpenMailButtonProps) => {
  const open = (event: MouseEvent) => {
    // The row opens the mail as well; once is enough.
    event.stopPropagation()
    onOpen()
  }
  return (
    <button
      type="button"
      onClick={open}
      className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus max-w-full truncate rounded-sm text-left outline-none hover:underline"
    >
      {title}
    </button>
  )
}

interface MailTitleProps {
  mail: AdminOrderMail
  onOpen: (id: string) => void
}

/** The kind as a button. */
export const MailTitle = ({ mail, onOpen }: MailTitleProps) => {
  const { kindTitle } = useMailTexts()
  return <OpenMailButton title={kindTitle(mail)} onOpen={() => onOpen(mail.id)} />
}

interface OrderLinkProps {
  orderId: string
  /** "#1042". */
  label: string | null
}

/** Leads from a row to its order. */
export const OrderLink = ({ orderId, label }: OrderLinkProps) => (
  <Link
    to={`/orders/${orderId}`}
    onClick={(event) => event.stopPropagation()}
    className="text-ui-fg-base hover:text-ui-fg-subtle underline underline-offset-2 focus-visible:shadow-borders-focus rounded-sm outline-none"
  >
    {label}
  </Link>
)

/** One line that is cut where the column ends, whole in the browser's own tooltip. */
export const CutText = ({ text, className = "" }: { text: string; className?: string }) => (
  <span title={text} className={`block truncate ${className}`}>
    {text}
  </span>
)
