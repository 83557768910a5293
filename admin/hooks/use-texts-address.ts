import { useCallback } from "react"
import { useSearchParams } from "react-router-dom"
import { isMailLanguage, type MailLanguage } from "../lib/test-mail"

interface TextsChoice {
  kind: string
  language: MailLanguage
}

/** Which texts are shown stands in the page's address; null: nobody has chosen. */
export const useTextsAddress = () => {
  const [parameters, setParameters] = useSearchParams()
  const language = parameters.get("language") ?? ""

  const choose = useCallback(
    (choice: Partial<TextsChoice>) =>
      setParameters(
        (previous) => {
          for (const [name, value] of Object.entries(choice)) previous.set(name, value)
          return previous
        },
        { replace: true },
      ),
    [setParameters],
  )

  return { kind: parameters.get("kind"), language: isMailLanguage(language) ? language : null, choose }
}
