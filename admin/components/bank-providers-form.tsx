import { Badge, Label, RadioGroup, Text } from "@medusajs/ui"
import { useCallback, useId } from "react"
import { useTranslation } from "react-i18next"
import { usePaymentProviders } from "../hooks/use-payment-providers"
import { useProviderName } from "../hooks/use-provider-name"
import { useSaveSection, useSectionSettings } from "../hooks/use-section-settings"
import { useSettingsForm } from "../hooks/use-settings-form"
import {
  allProviders,
  PROVIDER_CLASSES,
  type ProviderClass,
  providerClass,
  providersChanges,
  providersDraftOf,
  withInheritedLists,
  withProviderClass,
} from "../lib/provider-draft"
import type { SectionSettings } from "../lib/section-draft"
import { inheritedFrom } from "../lib/setting-origin"
import { NoProviders } from "./bank-no-providers"
import { InheritSwitch } from "./inherit-switch"
import { SettingsForm } from "./settings-form"

const FIELDS = ["prepayment_providers", "invoice_providers"] as const

interface BankProvidersFormProps {
  settings: SectionSettings<"bank">
  onSaved: () => void
}

/** Edits what each payment provider means. */
export const BankProvidersForm = ({ settings, onSaved }: BankProvidersFormProps) => {
  const { t } = useTranslation("orderMail")
  const { data: installed } = usePaymentProviders()
  const { refetch, isFetching } = useSectionSettings({ section: "bank", shop_id: settings.shop_id })
  const form = useSettingsForm({
    settings,
    draftOf: providersDraftOf,
    changesOf: providersChanges,
    hasProblem: () => false,
    fields: FIELDS,
    save: useSaveSection("bank"),
    reload: useCallback(async () => (await refetch()).data, [refetch]),
    isReloading: isFetching,
    onSaved,
  })
  const { draft, loaded, change } = form
  const refusal = FIELDS.map((field) => form.refusalAt(field)).find(Boolean)
  const providers = allProviders(installed ?? [], draft.lists)
  return (
    <SettingsForm title={t("bank.editProviders")} form={{ ...form, refusal: form.refusal ?? refusal ?? null }}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <Text size="small" className="text-ui-fg-subtle min-w-0 flex-1 basis-60">
          {draft.isInherited
            ? t(`origins.${inheritedFrom(loaded.fields.prepayment_providers)}`)
            : t("bank.providersHint")}
        </Text>
        <InheritSwitch
          name={t("bank.providers")}
          isInherited={draft.isInherited}
          onChange={(inherits) => change(withInheritedLists(loaded, draft, inherits))}
        />
      </div>
      {providers.map((id) => (
        <ProviderChoice
          key={id}
          id={id}
          isGone={installed !== undefined && !installed.includes(id)}
          value={providerClass(id, draft.lists)}
          disabled={draft.isInherited}
          onChange={(meaning) => change({ isInherited: false, lists: withProviderClass(id, meaning, draft.lists) })}
        />
      ))}
      {installed && providers.length === 0 && <NoProviders />}
    </SettingsForm>
  )
}

interface ProviderChoiceProps {
  id: string
  isGone: boolean
  value: ProviderClass
  disabled: boolean
  onChange: (meaning: ProviderClass) => void
}

const ProviderChoice = ({ id, isGone, value, disabled, onChange }: ProviderChoiceProps) => {
  const { t } = useTranslation("orderMail")
  const nameOf = useProviderName()
  const key = useId()
  return (
    <div className="flex flex-col gap-y-3" data-provider={id}>
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <Text id={`${key}-name`} size="small" weight="plus">
            {nameOf(id)}
          </Text>
          {isGone && (
            <Badge size="2xsmall" color="orange">
              {t("bank.providerGone")}
            </Badge>
          )}
        </div>
        <Text size="xsmall" className="text-ui-fg-subtle font-mono [overflow-wrap:anywhere]">
          {id}
        </Text>
      </div>
      <RadioGroup
        value={value}
        onValueChange={(meaning: ProviderClass) => onChange(meaning)}
        disabled={disabled}
        aria-labelledby={`${key}-name`}
      >
        {PROVIDER_CLASSES.map((meaning) => (
          <div key={meaning} className="flex items-start gap-x-3">
            <RadioGroup.Item
              value={meaning}
              id={`${key}-${meaning}`}
              aria-describedby={`${key}-${meaning}-hint`}
              className="mt-0.5 shrink-0"
            />
            <div>
              <Label htmlFor={`${key}-${meaning}`} size="small" weight="plus">
                {t(`providerClasses.${meaning}.label`)}
              </Label>
              <Text id={`${key}-${meaning}-hint`} size="small" className="text-ui-fg-subtle">
                {t(`providerClasses.${meaning}.hint`)}
              </Text>
            </div>
          </div>
        ))}
      </RadioGroup>
    </div>
  )
}
