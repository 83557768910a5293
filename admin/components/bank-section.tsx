import { useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { BankCards } from "./bank-cards"
import { SectionFrame } from "./section-frame"

const SKELETON_HEIGHTS = [260, 230, 180]

/** The settings "Bank details" of the chosen shop: where, how and until when its orders are paid. */
export const BankSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "bank", shop_id: shopId })
  return (
    <SectionFrame page="bank" query={query} skeleton={SKELETON_HEIGHTS}>
      {(settings) => <BankCards settings={settings} />}
    </SectionFrame>
  )
}
