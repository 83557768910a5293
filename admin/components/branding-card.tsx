import { useTranslation } from "react-i18next"
import { contrastVerdicts } from "../../src/rendering/shared/contrast"
import { useSettingNames } from "../hooks/use-setting-names"
import { colorsOf } from "../lib/branding-colors"
import { type Branding, BRANDING_CARDS, type BrandingCard } from "../lib/branding-fields"
import { draftValues, sectionDraftOf } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { BrandingContrast } from "./branding-contrast"
import { BrandingValue } from "./branding-value"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

interface BrandingCardViewProps {
  card: BrandingCard
  branding: Branding
  onEdit: () => void
}

/** Some settings of the branding, each with where it comes from. */
export const BrandingCardView = ({ card, branding, onEdit }: BrandingCardViewProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const level = levelOf(branding.shop_id)
  return (
    <SectionCard
      title={t(`brandingCards.${card}.title`)}
      subtitle={t(`brandingCards.${card}.subtitle`)}
      onEdit={onEdit}
      data-testid={`branding-${card}`}
    >
      {BRANDING_CARDS[card].map((field) => (
        <SettingRow
          key={field}
          field={field}
          title={settingName("branding", field)}
          value={<BrandingValue field={field} value={branding.fields[field].value} />}
          origin={originSeen(branding.fields[field], level)}
        />
      ))}
      {card === "look" && (
        <div className="px-6 py-4">
          <BrandingContrast verdicts={contrastVerdicts(savedColors(branding))} />
        </div>
      )}
    </SectionCard>
  )
}

const savedColors = (branding: Branding) =>
  colorsOf(draftValues(sectionDraftOf(branding, levelOf(branding.shop_id), BRANDING_CARDS.look)))
