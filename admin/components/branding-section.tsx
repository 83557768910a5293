import { useSectionSettings } from "../hooks/use-section-settings"
import { useFormInAddress, useSettingsAddress } from "../hooks/use-settings-address"
import { BRANDING_CARD_NAMES } from "../lib/branding-fields"
import { BrandingCardView } from "./branding-card"
import { BrandingForm } from "./branding-form"
import { SectionFrame } from "./section-frame"
import { SettingsModal } from "./settings-modal"

const SKELETON_HEIGHTS = [230, 480, 400]

/** The settings "Branding" of the chosen shop: what mails look like, and who signs them. */
export const BrandingSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "branding", shop_id: shopId })
  const { form, openForm, closeForm } = useFormInAddress(BRANDING_CARD_NAMES)
  return (
    <SectionFrame page="branding" query={query} skeleton={SKELETON_HEIGHTS}>
      {(branding) => (
        <>
          {BRANDING_CARD_NAMES.map((card) => (
            <BrandingCardView key={card} card={card} branding={branding} onEdit={() => openForm(card)} />
          ))}
          <SettingsModal isOpen={form !== null} onClose={() => closeForm()}>
            {form && (
              <BrandingForm key={form} card={form} branding={branding} onSaved={() => closeForm({ isSaved: true })} />
            )}
          </SettingsModal>
        </>
      )}
    </SectionFrame>
  )
}
