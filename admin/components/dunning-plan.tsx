import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSettingNames } from "../hooks/use-setting-names"
import type { PlanType } from "../../src/dunning/dunning-plan"
import { PLAN_FIELDS } from "../lib/dunning-steps"
import type { SectionSettings } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { DunningPlanNotices } from "./dunning-plan-notices"
import { PlanSteps } from "./plan-steps"
import { SectionCard } from "./section-card"
import { SettingRow } from "./setting-row"

interface DunningPlanProps {
  plan: PlanType
  settings: SectionSettings<"dunning">
  onEdit: () => void
}

/** What is sent to whoever has not paid, for one way of paying. */
export const DunningPlan = ({ plan, settings, onEdit }: DunningPlanProps) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const level = levelOf(settings.shop_id)
  const { active, steps } = PLAN_FIELDS[plan]
  const cancel = settings.fields.prepayment_cancel_after_days
  const isActive = settings.fields[active].value
  return (
    <SectionCard
      title={t(`dunningPlans.${plan}.title`)}
      subtitle={t(`dunningPlans.${plan}.subtitle`)}
      onEdit={onEdit}
      data-testid={`dunning-${plan}`}
    >
      <DunningPlanNotices plan={plan} settings={settings} />
      <SettingRow
        field={active}
        title={settingName("dunning", active)}
        value={
          <StatusBadge color={isActive ? "green" : "grey"}>
            {isActive ? t("notifications.on") : t("notifications.off")}
          </StatusBadge>
        }
        origin={originSeen(settings.fields[active], level)}
        configured={t("dunning.shipped")}
      />
      <SettingRow
        field={steps}
        title={settingName("dunning", steps)}
        value={<PlanSteps steps={settings.fields[steps].value} />}
        origin={originSeen(settings.fields[steps], level)}
        configured={t("dunning.shipped")}
      />
      {plan === "prepayment" && (
        <SettingRow
          field="prepayment_cancel_after_days"
          title={settingName("dunning", "prepayment_cancel_after_days")}
          value={
            cancel.value === null ? t("dunning.neverCanceled") : t("dunning.canceledAfter", { count: cancel.value })
          }
          origin={originSeen(cancel, level)}
          configured={t("dunning.shipped")}
        />
      )}
    </SectionCard>
  )
}
