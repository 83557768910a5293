import { Input, Textarea } from "@medusajs/ui"
import { forwardRef, useId, useImperativeHandle, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminText } from "../../src/api/text-types"
import type { TextFinding } from "../../src/rendering/shared/text-findings"
import type { FieldState } from "../hooks/use-section-form"
import { SectionInput } from "./section-input"
import { TextFindings } from "./texts-findings"
import { TextMarkup } from "./texts-markup"
import { TextPlaceholders } from "./texts-placeholders"

/** Where a text is typed, for what puts something into it. */
export interface TextBox {
  focus: () => void
  /** Puts something at the cursor; around what is selected where there is an `after`. */
  insert: (before: string, after?: string, between?: string) => void
}

interface TextEditorProps {
  text: AdminText
  field: FieldState<string>
  findings: TextFinding[]
}

/** A text as it is typed, with what can be put into it and what is wrong with it. */
export const TextEditor = forwardRef<TextBox, TextEditorProps>(({ text, field, findings }, box) => {
  const { t } = useTranslation("orderMail")
  const findingsId = useId()
  const element = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const { isInherited } = field.draft
  const own: TextBox = {
    focus: () => element.current?.focus(),
    insert: (before, after = "", between = "") => {
      const typed = element.current
      if (!typed) return
      const [start, end] = [typed.selectionStart ?? typed.value.length, typed.selectionEnd ?? typed.value.length]
      const selected = after === "" ? "" : typed.value.slice(start, end) || between
      typed.setRangeText(`${before}${selected}${after}`, start, end, "end")
      field.onChange({ isInherited: false, value: typed.value })
      typed.focus()
      // Between the tags, where the next words belong.
      if (selected === "" && after !== "") typed.setSelectionRange(start + before.length, start + before.length)
    },
  }
  useImperativeHandle(box, () => own)
  return (
    <div className="flex flex-col gap-y-3">
      <SectionInput
        {...field}
        label={t("texts.text")}
        hint={text.rich ? t("texts.richHint") : t("texts.plainHint")}
        configuredHint={t("texts.shipped")}
      >
        {(input, value, set) => {
          const shared = {
            ...input,
            ref: element,
            value,
            lang: text.id.slice(0, text.id.indexOf(":")),
            "aria-describedby": [input["aria-describedby"], findingsId].filter(Boolean).join(" "),
            "aria-invalid": input["aria-invalid"] || findings.length > 0,
          }
          return (
            <div className="flex flex-col gap-y-2">
              {text.rich && <TextMarkup disabled={isInherited} onInsert={own.insert} />}
              {text.rich ? (
                <Textarea {...shared} rows={7} onChange={(event) => set(event.target.value)} />
              ) : (
                <Input {...shared} autoComplete="off" onChange={(event) => set(event.target.value)} />
              )}
            </div>
          )
        }}
      </SectionInput>
      <TextFindings id={findingsId} findings={findings} />
      <TextPlaceholders text={text} value={field.draft.value} disabled={isInherited} onInsert={own.insert} />
    </div>
  )
})
TextEditor.displayName = "TextEditor"
