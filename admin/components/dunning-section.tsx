import { useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { DunningCards } from "./dunning-cards"
import { SectionFrame } from "./section-frame"

const SKELETON_HEIGHTS = [380, 360, 220, 280, 360]

/** The settings "Reminders" of the chosen shop: what unpaid orders are sent, when, and what that costs. */
export const DunningSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "dunning", shop_id: shopId })
  return (
    <SectionFrame page="dunning" query={query} skeleton={SKELETON_HEIGHTS}>
      {(settings) => <DunningCards settings={settings} />}
    </SectionFrame>
  )
}
