import { CheckCircleMiniSolid, SquareTwoStackMini } from "@medusajs/icons"
import { IconButton, toast, Tooltip } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { copyText } from "../lib/copy-text"

/** Copies a text and says so, in the admin's language (the UI kit's own copy button speaks English only). */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const { t } = useTranslation("orderMail")
  const [isCopied, setIsCopied] = useState(false)
  const wrapper = useRef<HTMLSpanElement>(null)

  const copy = async () => {
    const worked = wrapper.current ? await copyText(text, wrapper.current) : false
    setIsCopied(worked)
    if (!worked) toast.error(t("copyFailure"))
  }

  return (
    <span ref={wrapper} onMouseLeave={() => setIsCopied(false)}>
      <Tooltip content={isCopied ? t("actions.copied") : label}>
        <IconButton size="2xsmall" variant="transparent" aria-label={label} onClick={copy}>
          {isCopied ? <CheckCircleMiniSolid /> : <SquareTwoStackMini />}
        </IconButton>
      </Tooltip>
      <span role="status" className="sr-only">
        {isCopied ? t("actions.copied") : ""}
      </span>
    </span>
  )
}
