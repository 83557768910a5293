import { useCallback, useState } from "react"
import { useSearchParams } from "react-router-dom"
import type { MailView } from "../lib/mail-view"

const PARAMETER = "mail"

/** The opened mail stands in the page's address, so that it can be linked, and the back button closes it. */
export const useMailInAddress = () => {
  const [parameters, setParameters] = useSearchParams()
  const [view, setView] = useState<MailView>("details")
  const mailId = parameters.get(PARAMETER)

  const searchWith = useCallback(
    (id: string) => {
      const next = new URLSearchParams(parameters)
      next.set(PARAMETER, id)
      return next.toString()
    },
    [parameters],
  )

  const open = useCallback(
    (id: string, nextView: MailView) => {
      setView(nextView)
      setParameters((previous) => {
        previous.set(PARAMETER, id)
        return previous
      })
    },
    [setParameters],
  )

  const close = useCallback(() => {
    setView("details")
    setParameters((previous) => {
      previous.delete(PARAMETER)
      return previous
    })
  }, [setParameters])

  return { mailId, view, open, close, searchWith }
}
