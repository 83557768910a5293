import { useFormInAddress } from "../hooks/use-settings-address"
import type { Sender } from "../hooks/use-sender-form"
import { ArchiveForm } from "./archive-form"
import { ArchiveMailbox } from "./archive-mailbox"
import { DkimKeys } from "./dkim-keys"
import { DomainChecks } from "./domain-checks"
import { MailServer } from "./mail-server"
import { MailServerForm } from "./mail-server-form"
import { SenderForm } from "./sender-form"
import { SenderNow } from "./sender-now"
import { SenderSettings } from "./sender-settings"
import { SettingsDrawer } from "./settings-drawer"

const FORMS = ["sender", "mail-server", "archive"] as const

/** Everything that is set for one shop, or for all of them, and the forms for that. */
export const SenderCards = ({ sender }: { sender: Sender }) => {
  const { form, openForm, closeForm } = useFormInAddress(FORMS)
  const close = () => closeForm()
  const closeSaved = () => closeForm({ isSaved: true })
  return (
    <>
      <SenderNow sender={sender} />
      <SenderSettings sender={sender} onEdit={() => openForm("sender")} />
      <DomainChecks sender={sender} />
      <DkimKeys sender={sender} />
      <MailServer sender={sender} onEdit={() => openForm("mail-server")} />
      <ArchiveMailbox sender={sender} onEdit={() => openForm("archive")} />
      <SettingsDrawer isOpen={form === "sender"} onClose={close}>
        <SenderForm sender={sender} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsDrawer isOpen={form === "mail-server"} onClose={close}>
        <MailServerForm sender={sender} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsDrawer isOpen={form === "archive"} onClose={close}>
        <ArchiveForm sender={sender} onSaved={closeSaved} />
      </SettingsDrawer>
    </>
  )
}
