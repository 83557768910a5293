import { useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsAddress } from "../hooks/use-settings-address"
import { NotificationsCards } from "./notifications-cards"
import { SectionFrame } from "./section-frame"

const SKELETON_HEIGHTS = [180, 480]

/** The settings "Notifications" of the chosen shop. */
export const NotificationsSection = () => {
  const { shopId } = useSettingsAddress()
  const query = useSectionSettings({ section: "notifications", shop_id: shopId })
  return (
    <SectionFrame page="notifications" query={query} skeleton={SKELETON_HEIGHTS}>
      {(settings) => <NotificationsCards settings={settings} />}
    </SectionFrame>
  )
}
