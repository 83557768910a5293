import { useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { SectionFrame } from "./section-frame"

const SKELETON_HEIGHTS = [300]

/** The settings "Bank" of the chosen shop. */
export const BankSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "bank", shop_id: shopId })
  return (
    <SectionFrame page="bank" query={query} skeleton={SKELETON_HEIGHTS}>
      {() => null}
    </SectionFrame>
  )
}
