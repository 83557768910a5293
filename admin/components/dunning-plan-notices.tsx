import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { PlanType } from "../../src/dunning/dunning-plan"
import { useMailTexts } from "../hooks/use-mail-texts"
import { useSectionSettings } from "../hooks/use-section-settings"
import { PLAN_FIELDS } from "../lib/dunning-steps"
import { kindField } from "../lib/mail-kinds"
import type { SectionSettings } from "../lib/section-draft"
import { SETTINGS_PAGES, type SettingsPage } from "../lib/settings-pages"
import { shopQuery } from "../lib/shop-id"

interface DunningPlanNoticesProps {
  plan: PlanType
  settings: SectionSettings<"dunning">
}

/** What other settings keep a plan from doing: no payment method is its, or a kind of its mails is switched off. */
export const DunningPlanNotices = ({ plan, settings: { shop_id, fields } }: DunningPlanNoticesProps) => {
  const { t } = useTranslation("orderMail")
  const { kindName } = useMailTexts()
  const bank = useSectionSettings({ section: "bank", shop_id }).data?.fields
  const notifications = useSectionSettings({ section: "notifications", shop_id }).data?.fields
  if (!fields[PLAN_FIELDS[plan].active].value) return null
  const kinds = [...new Set(fields[PLAN_FIELDS[plan].steps].value.map(({ kind }) => kind))]
  const isOff = kinds.filter((kind) => notifications?.[kindField(kind)]?.value === false)
  const page = (section: SettingsPage) => {
    const { path } = SETTINGS_PAGES.find((one) => one.section === section) ?? SETTINGS_PAGES[0]
    return { pathname: path, search: new URLSearchParams(shopQuery(shop_id)).toString() }
  }
  return (
    <>
      {bank?.[`${plan}_providers`].value.length === 0 && (
        <Notice text={t("dunning.noMethods")} to={page("bank")} link={t("sections.bank")} />
      )}
      {isOff.map((kind) => (
        <Notice
          key={kind}
          text={t("dunning.kindOff", { kind: kindName(kind) })}
          to={page("notifications")}
          link={t("sections.notifications")}
        />
      ))}
    </>
  )
}

interface NoticeProps {
  text: string
  to: { pathname: string; search: string }
  /** Name of the page where it is set. */
  link: string
}

const Notice = ({ text, to, link }: NoticeProps) => (
  <div className="px-6 py-4">
    <Alert variant="warning" data-testid="dunning-plan-notice">
      {`${text} `}
      <Link to={to} className="text-ui-fg-base underline">
        {link}
      </Link>
    </Alert>
  </div>
)
