import { useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { SectionFrame } from "./section-frame"

const SKELETON_HEIGHTS = [300]

/** The settings "Branding" of the chosen shop. */
export const BrandingSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "branding", shop_id: shopId })
  return (
    <SectionFrame page="branding" query={query} skeleton={SKELETON_HEIGHTS}>
      {() => null}
    </SectionFrame>
  )
}
