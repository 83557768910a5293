import { useState } from "react"
import type { ColorScheme } from "../lib/preview-document"
import type { MailLanguage } from "../lib/test-mail"

/** How a mail is looked at. */
export interface PreviewChoice {
  /** Null: the first there is. */
  kind: string | null
  /** Of the kind's mails; null: its usual one. */
  variant: string | null
  /** Null: as the order. */
  language: MailLanguage | null
  /** Empty: the sample order. */
  orderNumber: string
  width: "desktop" | "phone"
  scheme: ColorScheme
  part: "html" | "text"
}

/** Kept until the admin is loaded anew: somebody who looks at phones wants to do so in the next form, too. */
let remembered: PreviewChoice = {
  kind: null,
  variant: null,
  language: null,
  orderNumber: "",
  width: "desktop",
  scheme: "light",
  part: "html",
}

/** What is chosen in the preview, and how to choose something else. */
export const usePreviewChoice = () => {
  const [choice, setChoice] = useState(remembered)
  const choose = (change: Partial<PreviewChoice>) => {
    remembered = { ...remembered, ...change }
    setChoice(remembered)
  }
  return { choice, choose }
}
