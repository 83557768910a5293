import { Switch, Text, usePrompt } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useSectionForm } from "../hooks/use-section-form"
import { criticalSwitchedOff, kindField, type MailKind, switchedKinds } from "../lib/mail-kinds"
import type { SectionSettings } from "../lib/section-draft"
import { SectionInput } from "./section-input"
import { SettingsForm } from "./settings-form"

interface NotificationsKindsFormProps {
  settings: SectionSettings<"notifications">
  kinds: readonly MailKind[]
  onSaved: () => void
}

/** Switches kinds of mails on and off; asks before customers get one no more that they need. */
export const NotificationsKindsForm = ({ settings, kinds: all, onSaved }: NotificationsKindsFormProps) => {
  const { t } = useTranslation("orderMail")
  const { kindName, kindDescription } = useMailTexts()
  const prompt = usePrompt()
  const kinds = switchedKinds(all, settings)
  const form = useSectionForm({ settings, fields: kinds.map(({ id }) => kindField(id)), onSaved })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const missed = criticalSwitchedOff(switchedKinds(all, form.loaded), ({ id }) => form.at(kindField(id)).draft.value)
    const names = missed.map(({ id }) => kindName(id)).join(", ")
    const isMeant =
      missed.length === 0 ||
      (await prompt({
        title: t("notifications.confirmTitle", { kinds: names }),
        description: t("notifications.confirmText"),
        confirmText: t("notifications.confirm"),
        cancelText: t("notifications.keep"),
      }))
    if (isMeant) form.submit(event)
  }

  return (
    <SettingsForm title={t("notifications.editKinds")} form={{ ...form, submit: (event) => void submit(event) }}>
      <Text size="small" className="text-ui-fg-subtle">
        {t("notifications.kindsHint")}
      </Text>
      {kinds.map(({ id }) => (
        <SectionInput key={id} {...form.at(kindField(id))} label={kindName(id)} hint={kindDescription(id)}>
          {({ "aria-invalid": _, ...input }, isOn, set) => (
            <div className="flex items-center gap-x-2">
              <Switch {...input} checked={isOn} onCheckedChange={set} />
              <span aria-hidden className="txt-small text-ui-fg-subtle">
                {isOn ? t("notifications.on") : t("notifications.off")}
              </span>
            </div>
          )}
        </SectionInput>
      ))}
    </SettingsForm>
  )
}
