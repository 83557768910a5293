import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminUpcomingMail } from "../../src/api/dunning-types"
import { PLAN_TYPES, UPCOMING_KINDS, UPCOMING_LEVELS, UPCOMING_STATES } from "../lib/upcoming-query"
import { useMailTexts } from "./use-mail-texts"
import { useOrderMailsOverview } from "./use-order-mails"

const filter = createDataTableFilterHelper<AdminUpcomingMail>()

/** State, kind, level, plan and shop. */
export const useUpcomingFilters = (): DataTableFilter[] => {
  const { t } = useTranslation("orderMail")
  const { kindName } = useMailTexts()
  const { data: overview } = useOrderMailsOverview()
  const shops = overview?.shops

  return useMemo(
    () => [
      filter.accessor("state", {
        type: "radio",
        label: t("fields.state"),
        options: UPCOMING_STATES.map((state) => ({ label: t(`upcomingStates.${state}`), value: state })),
      }),
      filter.accessor("kind", {
        type: "radio",
        label: t("fields.kind"),
        options: UPCOMING_KINDS.map((kind) => ({
          label: kind === "order-canceled-unpaid" ? t("next.cancellation") : kindName(kind),
          value: kind,
        })),
      }),
      filter.accessor("level", {
        type: "radio",
        label: t("fields.level"),
        options: UPCOMING_LEVELS.map((level) => ({ label: level, value: level })),
      }),
      filter.accessor("plan_type", {
        type: "radio",
        label: t("fields.plan"),
        options: PLAN_TYPES.map((type) => ({ label: t(`planTypes.${type}`), value: type })),
      }),
      filter.accessor("shop_id", {
        type: "radio",
        label: t("fields.shop"),
        options: (shops ?? []).map(({ id, name }) => ({ label: name, value: id })),
      }),
    ],
    [t, kindName, shops],
  )
}
