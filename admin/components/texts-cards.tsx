import { useSectionSettings } from "../hooks/use-section-settings"
import { useFormInAddress } from "../hooks/use-settings-address"
import { useTexts } from "../hooks/use-texts"
import { useTextsAddress } from "../hooks/use-texts-address"
import type { SectionSettings } from "../lib/section-draft"
import { SettingsDrawer } from "./settings-drawer"
import { SettingsModal } from "./settings-modal"
import { TextForm } from "./texts-form"
import { TextsCard } from "./texts-card"
import { WordingCard } from "./texts-wording-card"
import { WordingForm } from "./texts-wording-form"

const WORDING = "wording"

/** Language and form of address, the texts, and the forms for both. */
export const TextsCards = ({ wording }: { wording: SectionSettings<"wording"> }) => {
  const { shop_id } = wording
  const address = useTextsAddress()
  const language = address.language ?? wording.fields.language.value
  const texts = useTexts({ shop_id, language })
  const settings = useSectionSettings({ section: "texts", shop_id, language })
  const ids = texts.data?.map(({ id }) => id) ?? []
  const { form, openForm, closeForm } = useFormInAddress([WORDING, ...ids])
  const text = texts.data?.find(({ id }) => id === form)
  const close = () => closeForm()
  const closeSaved = () => closeForm({ isSaved: true })
  return (
    <>
      <WordingCard wording={wording} onEdit={() => openForm(WORDING)} />
      <TextsCard texts={texts} settings={settings} language={language} onOpen={openForm} />
      <SettingsDrawer isOpen={form === WORDING} onClose={close}>
        <WordingForm wording={wording} onSaved={closeSaved} />
      </SettingsDrawer>
      <SettingsModal isOpen={text !== undefined && settings.data !== undefined} onClose={close}>
        {text && settings.data && (
          <TextForm
            key={text.id}
            text={text}
            settings={settings.data}
            language={language}
            kind={text.sample?.kind ?? text.kinds.find((kind) => kind === address.kind) ?? text.kinds[0]}
            onSaved={closeSaved}
          />
        )}
      </SettingsModal>
    </>
  )
}
