import { useTranslation } from "react-i18next"
import { Link, useLocation } from "react-router-dom"

import { SETTINGS_PAGES, type SettingsPage } from "../lib/settings-pages"
import { type ShopId, shopQuery } from "../lib/shop-id"

/** The pages of the settings, each a link that keeps the chosen shop. */
export const SettingsNav = ({ section, shopId }: { section: SettingsPage; shopId: ShopId }) => {
  const { t } = useTranslation("orderMail")
  const { pathname } = useLocation()
  const search = new URLSearchParams(shopQuery(shopId)).toString()
  return (
    <nav aria-label={t("settings.sections")} data-testid="settings-nav">
      <ul className="flex flex-wrap gap-1">
        {SETTINGS_PAGES.map((page) => (
          <li key={page.section}>
            <Link
              to={{ pathname: page.path, search }}
              replace={pathname === page.path}
              aria-current={page.section === section ? "page" : undefined}
              className="txt-compact-small-plus transition-fg text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus aria-[current=page]:bg-ui-bg-base aria-[current=page]:text-ui-fg-base aria-[current=page]:shadow-elevation-card-rest inline-flex rounded-full px-2.5 py-1 outline-none"
            >
              {t(`sections.${page.section}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
