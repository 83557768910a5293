import { Button, Input } from "@medusajs/ui"
import { type KeyboardEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { isLinkAddress } from "../../src/rendering/shared/text-markup"

interface TextMarkupProps {
  disabled: boolean
  /** Around what is selected; `between` where nothing is. */
  onInsert: (before: string, after?: string, between?: string) => void
}

/** Bold, italic, link and line break, at the cursor or around what is selected. */
export const TextMarkup = ({ disabled, onInsert }: TextMarkupProps) => {
  const { t } = useTranslation("orderMail")
  const [isLinking, setIsLinking] = useState(false)
  const insertLink = (address: string) => {
    setIsLinking(false)
    onInsert(`<a href="${address.replaceAll("&", "&amp;")}">`, "</a>", address.replace(/^mailto:/i, ""))
  }
  return (
    <div className="flex flex-col gap-y-2">
      <div role="toolbar" aria-label={t("texts.markup")} className="flex flex-wrap gap-1">
        <MarkupButton disabled={disabled} label={t("texts.bold")} onClick={() => onInsert("<b>", "</b>")}>
          <b>{t("texts.boldLetter")}</b>
        </MarkupButton>
        <MarkupButton disabled={disabled} label={t("texts.italic")} onClick={() => onInsert("<i>", "</i>")}>
          <i>{t("texts.italicLetter")}</i>
        </MarkupButton>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={disabled}
          aria-expanded={isLinking}
          onClick={() => setIsLinking(!isLinking)}
        >
          {t("texts.link")}
        </Button>
        <Button type="button" size="small" variant="secondary" disabled={disabled} onClick={() => onInsert("<br>")}>
          {t("texts.lineBreak")}
        </Button>
      </div>
      {isLinking && !disabled && <LinkField onInsert={insertLink} />}
    </div>
  )
}

interface MarkupButtonProps {
  disabled: boolean
  label: string
  onClick: () => void
  children: React.ReactNode
}

const MarkupButton = ({ disabled, label, onClick, children }: MarkupButtonProps) => (
  <Button
    type="button"
    size="small"
    variant="secondary"
    disabled={disabled}
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    {children}
  </Button>
)

/** Asks where a link leads before it is put in. */
const LinkField = ({ onInsert }: { onInsert: (address: string) => void }) => {
  const { t } = useTranslation("orderMail")
  const id = useId()
  const [typed, setTyped] = useState("")
  const address = addressOf(typed)
  const enter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return
    // It would save the form around.
    event.preventDefault()
    if (address) onInsert(address)
  }
  return (
    <div className="flex items-center gap-x-2">
      <label htmlFor={id} className="sr-only">
        {t("texts.linkAddress")}
      </label>
      <Input
        id={id}
        autoFocus
        size="small"
        className="min-w-0"
        placeholder={t("texts.linkPlaceholder")}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={enter}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="shrink-0"
        disabled={!address}
        onClick={() => address && onInsert(address)}
      >
        {t("texts.insertLink")}
      </Button>
    </div>
  )
}

/** As people type addresses: without "https://", or an e-mail address as it is. Null: none yet. */
function addressOf(typed: string): string | null {
  const text = typed.trim()
  const candidates = text.includes("@") ? [text, `mailto:${text}`] : [text, `https://${text}`]
  return candidates.find((each) => isLinkAddress(each) && /\.|localhost/.test(each)) ?? null
}
