import { useFormInAddress } from "../hooks/use-settings-address"
import { useShops } from "../hooks/use-shops"
import type { SectionSettings } from "../lib/section-draft"
import { NotificationsCopies } from "./notifications-copies"
import { NotificationsCopiesForm } from "./notifications-copies-form"
import { NotificationsKinds } from "./notifications-kinds"
import { NotificationsKindsForm } from "./notifications-kinds-form"
import { SettingsDrawer } from "./settings-drawer"

const FORMS = ["kinds", "copies"] as const

/** Which mails go out and what the shop itself is told, and the forms for that. */
export const NotificationsCards = ({ settings }: { settings: SectionSettings<"notifications"> }) => {
  const { form, openForm, closeForm } = useFormInAddress(FORMS)
  const kinds = useShops().data?.kinds ?? []
  const close = () => closeForm()
  const closeSaved = () => closeForm({ isSaved: true })
  return (
    <>
      <NotificationsKinds settings={settings} kinds={kinds} onEdit={() => openForm("kinds")} />
      <NotificationsCopies settings={settings} onEdit={() => openForm("copies")} />
      <SettingsDrawer isOpen={form === "kinds" && kinds.length > 0} onClose={close}>
        <NotificationsKindsForm settings={settings} kinds={kinds} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsDrawer isOpen={form === "copies"} onClose={close}>
        <NotificationsCopiesForm settings={settings} onSaved={closeSaved} />
      </SettingsDrawer>
    </>
  )
}
