import { useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { SectionFrame } from "./section-frame"
import { TextsCards } from "./texts-cards"

const SKELETON_HEIGHTS = [170, 620]

/** The settings "Texts" of the chosen shop: in which language and form mails speak, and every one of their texts. */
export const TextsSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "wording", shop_id: shopId })
  return (
    <SectionFrame page="texts" query={query} skeleton={SKELETON_HEIGHTS} furtherSections={["wording"]}>
      {(wording) => <TextsCards wording={wording} />}
    </SectionFrame>
  )
}
