import { CheckCircleSolid } from "@medusajs/icons"
import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ContrastVerdict } from "../../src/rendering/shared/contrast"
import { useFormats } from "../hooks/use-formats"
import { useSettingNames } from "../hooks/use-setting-names"
import { COLOR_FIELD_OF } from "../lib/branding-colors"
import type { ColorField } from "../lib/branding-fields"

interface BrandingContrastProps {
  /** None while one of the colours is no colour. */
  verdicts: readonly ContrastVerdict[]
  /** Takes a proposed colour; without it nothing can be changed here. */
  onUse?: (field: ColorField, hex: string) => void
}

/** Whether all texts can be read (WCAG 2.1 AA), and otherwise which cannot and what would help. Forbids nothing. */
export const BrandingContrast = ({ verdicts, onUse }: BrandingContrastProps) => {
  const { t } = useTranslation("orderMail")
  const failing = verdicts.filter(({ passes }) => !passes)
  return (
    // There before it has anything to say, so that a screen reader announces a change.
    <div role="status" data-testid="branding-contrast">
      {verdicts.length > 0 && failing.length === 0 && (
        <span className="txt-compact-small text-ui-fg-subtle flex items-center gap-x-2">
          <CheckCircleSolid aria-hidden className="text-ui-tag-green-icon shrink-0" />
          {t("contrast.fine")}
        </span>
      )}
      {failing.length > 0 && (
        <Alert variant="warning">
          <div className="flex flex-col items-start gap-y-3">
            <span className="text-ui-fg-base txt-compact-small-plus">{t("contrast.title")}</span>
            <ul className="list-disc pl-4">
              {failing.map((verdict) => (
                <Failing key={verdict.pair} verdict={verdict} />
              ))}
            </ul>
            {onUse && <Proposals failing={failing} onUse={onUse} />}
          </div>
        </Alert>
      )}
    </div>
  )
}

const Failing = ({ verdict: { pair, ratio, needed } }: { verdict: ContrastVerdict }) => {
  const { t } = useTranslation("orderMail")
  const { number } = useFormats()
  return (
    <li data-pair={pair}>
      {t("contrast.ratio", { pair: t(`contrastPairs.${pair}`), ratio: number(ratio), needed: number(needed) })}
    </li>
  )
}

const Proposals = ({
  failing,
  onUse,
}: Required<Pick<BrandingContrastProps, "onUse">> & { failing: ContrastVerdict[] }) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const proposals = new Map(
    failing.flatMap(({ nearest }) => (nearest ? [[`${nearest.colour} ${nearest.hex}`, nearest]] : [])),
  )
  return [...proposals.values()].map(({ colour, hex }) => {
    const field = COLOR_FIELD_OF[colour]
    return (
      <Button key={`${field}-${hex}`} type="button" size="small" variant="secondary" onClick={() => onUse(field, hex)}>
        <span aria-hidden className="border-ui-border-strong size-4 rounded border" style={{ background: hex }} />
        {t("contrast.use", { name: settingName("branding", field), hex })}
      </Button>
    )
  })
}
