import { useTranslation } from "react-i18next"
import { EXAMPLE, referenceExample } from "../lib/reference-example"
import type { SectionSettings } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

/** What customers state, and until when they pay. */
export const BankTerms = ({ settings, onEdit }: { settings: SectionSettings<"bank">; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  const level = levelOf(settings.shop_id)
  const { reference_pattern, reference_is_creditor_reference, payable_within_days } = settings.fields
  const isCreditorReference = reference_is_creditor_reference.value
  const reference = referenceExample(reference_pattern.value, isCreditorReference)
  return (
    <SectionCard title={t("bank.terms")} subtitle={t("bank.termsSubtitle")} onEdit={onEdit} data-testid="bank-terms">
      <SettingRow
        field="reference_pattern"
        title={t("settingNames.reference_pattern")}
        value={<span className="font-mono">{reference_pattern.value}</span>}
        origin={originSeen(reference_pattern, level)}
      />
      <SettingRow
        field="reference_is_creditor_reference"
        title={t("bank.referenceForm")}
        value={`${t(isCreditorReference ? "bank.asCreditorReference" : "bank.asText")}\n${t("bank.example", {
          number: EXAMPLE.orderNumber,
          reference,
        })}`}
        origin={originSeen(reference_is_creditor_reference, level)}
      />
      <SettingRow
        field="payable_within_days"
        title={t("bank.payableWithin")}
        value={t("bank.days", { count: payable_within_days.value })}
        origin={originSeen(payable_within_days, level)}
      />
    </SectionCard>
  )
}
