import { Fragment, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { contrastVerdicts } from "../../src/rendering/shared/contrast"
import { useSectionForm } from "../hooks/use-section-form"
import { colorsOf } from "../lib/branding-colors"
import {
  type Branding,
  BRANDING_CARDS,
  type BrandingCard,
  type BrandingField,
  COLOR_FIELDS,
} from "../lib/branding-fields"
import { brandingProblem, previewable } from "../lib/branding-problem"
import { draftValues } from "../lib/section-draft"
import { BrandingContrast } from "./branding-contrast"
import { BrandingInput } from "./branding-input"
import { LiveMailPreview } from "./mail-live-preview"
import { SettingsForm } from "./settings-form"

interface BrandingFormProps {
  card: BrandingCard
  branding: Branding
  onSaved: () => void
}

/** Edits one card of the branding, with a mail beside it as it would look. Stands in a `SettingsModal`. */
export const BrandingForm = ({ card, branding, onSaved }: BrandingFormProps) => {
  const { t } = useTranslation("orderMail")
  const fields: readonly BrandingField[] = BRANDING_CARDS[card]
  const form = useSectionForm({
    settings: branding,
    fields,
    problemAt: (field, draft) => {
      const problem = brandingProblem(field, draft[field].value)
      return problem && t(`brandingProblems.${problem}`)
    },
    onSaved,
  })
  const values = draftValues(form.draft)
  const typed = JSON.stringify(values)
  const verdicts = useMemo(
    () => (card === "look" ? contrastVerdicts(colorsOf(JSON.parse(typed) as typeof values)) : []),
    [card, typed],
  )
  return (
    <SettingsForm
      title={t(`brandingCards.${card}.edit`)}
      form={form}
      beside={<LiveMailPreview shopId={branding.shop_id} drafts={{ branding: previewable(values) }} />}
    >
      {fields.map((field) => (
        <Fragment key={field}>
          <BrandingInput field={field} at={form.at} shownWidth={shownWidth(branding, values)} />
          {field === LAST_COLOR && (
            <BrandingContrast
              verdicts={verdicts}
              onUse={(color, hex) => form.at(color).onChange({ isInherited: false, value: hex })}
            />
          )}
        </Fragment>
      ))}
    </SettingsForm>
  )
}

const LAST_COLOR = COLOR_FIELDS.at(-1)

/** Of the header image, in CSS pixels. */
const shownWidth = (branding: Branding, values: { logo_width?: number }): number =>
  values.logo_width || branding.fields.logo_width.value
