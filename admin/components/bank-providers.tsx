import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePaymentProviders } from "../hooks/use-payment-providers"
import { useProviderName } from "../hooks/use-provider-name"
import { allProviders, providerClass, providerLists, providersOrigin } from "../lib/provider-draft"
import type { SectionSettings } from "../lib/section-draft"
import { levelOf } from "../lib/settings-level"
import { NoProviders } from "./bank-no-providers"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** Which ways to pay mean that the customer transfers the money. */
export const BankProviders = ({ settings, onEdit }: { settings: SectionSettings<"bank">; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const nameOf = useProviderName()
  const { data: installed } = usePaymentProviders()
  const lists = providerLists(settings)
  const providers = allProviders(installed ?? [], lists)
  return (
    <SectionCard
      title={t("bank.providers")}
      subtitle={t("bank.providersSubtitle")}
      onEdit={onEdit}
      data-testid="bank-providers"
    >
      {providers.map((id) => (
        <SettingRow
          key={id}
          field={id}
          title={nameOf(id)}
          value={
            <span className="flex flex-wrap items-center gap-2">
              {t(`providerClasses.${providerClass(id, lists)}.label`)}
              {installed && !installed.includes(id) && (
                <Badge size="2xsmall" color="orange">
                  {t("bank.providerGone")}
                </Badge>
              )}
            </span>
          }
          origin={providersOrigin(settings, levelOf(settings.shop_id))}
        />
      ))}
      {installed && providers.length === 0 && <NoProviders />}
    </SectionCard>
  )
}
