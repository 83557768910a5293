import { InlineTip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { LAW_NOTES } from "../lib/dunning-fields"

/** What the law says of reminders, fees and interest, as far as a shop has to know it here. */
export const DunningLawNotes = () => {
  const { t } = useTranslation("orderMail")
  return (
    <InlineTip label={t("dunning.lawTitle")} data-testid="dunning-law-notes">
      <ul className="flex list-disc flex-col gap-y-2 pl-4">
        {LAW_NOTES.map((note) => (
          <li key={note}>{t(`lawNotes.${note}`)}</li>
        ))}
      </ul>
    </InlineTip>
  )
}
