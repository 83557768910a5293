import { Button, Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminHeaderImage } from "../../src/api/settings-types"
import { useHeaderImageUpload } from "../hooks/use-header-image-upload"
import type { FieldState } from "../hooks/use-section-form"
import { IMAGE_TYPES, imageWarning } from "../lib/header-image"
import { FileDrop } from "./file-drop"
import { SectionInput } from "./section-input"

interface BrandingImageInputProps {
  label: string
  hint: string | undefined
  state: FieldState<AdminHeaderImage | null>
  /** CSS pixels. */
  shownWidth: number
}

/** The header image: chosen or dropped, uploaded at once, and saved with the form. */
export const BrandingImageInput = ({ label, hint, state, shownWidth }: BrandingImageInputProps) => {
  const { t } = useTranslation("orderMail")
  const { upload, isUploading, problem, forgetProblem } = useHeaderImageUpload((image) =>
    state.onChange({ isInherited: false, value: image }),
  )
  const onChange: typeof state.onChange = (draft) => {
    forgetProblem()
    state.onChange(draft)
  }
  return (
    <SectionInput {...state} onChange={onChange} error={problem ?? state.error} label={label} hint={hint} isGroup>
      {({ disabled, ...ids }, value, set) => (
        <div className="flex flex-col gap-y-3" aria-busy={isUploading}>
          {value && <Picture image={value} shownWidth={shownWidth} />}
          {!disabled && (
            <FileDrop
              {...ids}
              label={isUploading ? t("branding.uploading") : value ? t("branding.replace") : t("branding.upload")}
              hint={t("branding.uploadHint")}
              accept={IMAGE_TYPES.join(",")}
              disabled={isUploading}
              onFile={upload}
            />
          )}
          {value && !disabled && (
            <Button type="button" size="small" variant="secondary" className="self-start" onClick={() => set(null)}>
              {t("branding.remove")}
            </Button>
          )}
        </div>
      )}
    </SectionInput>
  )
}

const Picture = ({ image, shownWidth }: { image: AdminHeaderImage; shownWidth: number }) => {
  const { t } = useTranslation("orderMail")
  const warning = imageWarning(image, shownWidth)
  const { url, width, height } = image
  return (
    <div className="flex flex-col gap-y-2">
      <div className="bg-ui-bg-component border-ui-border-base flex justify-center rounded-lg border p-4">
        <img src={url} alt={t("branding.imageAlt")} className="max-h-24 max-w-full object-contain" />
      </div>
      <span className="txt-compact-small text-ui-fg-subtle">{t("branding.imageSize", { width, height })}</span>
      {warning && <Hint>{t(`imageWarnings.${warning}`)}</Hint>}
    </div>
  )
}
