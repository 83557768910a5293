import { ActionMenu } from "@medusajs/dashboard/components"
import { EllipsisHorizontal, PencilSquare } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** A card's menu with the way to its form. */
export const EditMenu = ({ title, onEdit }: { title: string; onEdit: () => void }) => {
  const { t } = useTranslation("orderMail")
  return (
    <ActionMenu groups={[{ actions: [{ icon: <PencilSquare />, label: t("actions.edit"), onClick: onEdit }] }]}>
      <IconButton size="small" variant="transparent" aria-label={t("actions.menu", { title })}>
        <EllipsisHorizontal />
      </IconButton>
    </ActionMenu>
  )
}
