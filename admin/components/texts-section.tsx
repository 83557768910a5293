import { useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { SectionFrame } from "./section-frame"

const SKELETON_HEIGHTS = [300]

/** The settings "Texts" of the chosen shop. */
export const TextsSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "texts", shop_id: shopId })
  return (
    <SectionFrame page="texts" query={query} skeleton={SKELETON_HEIGHTS}>
      {() => null}
    </SectionFrame>
  )
}
