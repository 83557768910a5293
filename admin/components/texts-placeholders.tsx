import { Plus } from "@medusajs/icons"
import { Badge, Button } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminText } from "../../src/api/text-types"
import { parseText, placeholderNames } from "../../src/rendering/shared/placeholders"
import { useTextNames } from "../hooks/use-text-names"

interface TextPlaceholdersProps {
  text: AdminText
  value: string
  disabled: boolean
  onInsert: (placeholder: string) => void
}

/** What a text can say about the order, each to be put in by a click. */
export const TextPlaceholders = ({ text, value, disabled, onInsert }: TextPlaceholdersProps) => {
  const { t } = useTranslation("orderMail")
  const { placeholderName } = useTextNames()
  const id = useId()
  const used = placeholderNames(parseText(value))
  if (text.placeholders.length === 0) return null
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-y-2" data-testid="text-placeholders">
      <span id={id} className="txt-compact-small-plus text-ui-fg-base">
        {t("texts.placeholders")}
      </span>
      <div className="flex flex-wrap gap-2">
        {text.placeholders.map((name) => (
          <Button
            key={name}
            type="button"
            size="small"
            variant="secondary"
            disabled={disabled}
            title={`{{${name}}}`}
            data-placeholder={name}
            onClick={() => onInsert(`{{${name}}}`)}
          >
            <Plus aria-hidden />
            {placeholderName(name)}
            {text.mandatory.includes(name) && (
              <Badge size="2xsmall" color={used.includes(name) ? "grey" : "red"}>
                {t("texts.mandatory")}
              </Badge>
            )}
          </Button>
        ))}
      </div>
    </div>
  )
}
