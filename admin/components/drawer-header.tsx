import { XMark } from "@medusajs/icons"
import { Drawer, IconButton, Kbd } from "@medusajs/ui"
import type { PropsWithChildren, ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** The UI kit's drawer header, with a name on its close button and room for what belongs beside the title. */
export const DrawerHeader = ({ title, children }: PropsWithChildren<{ title: ReactNode }>) => {
  const { t } = useTranslation("orderMail")
  return (
    <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Drawer.Title className="h2-core text-ui-fg-base [overflow-wrap:anywhere]">{title}</Drawer.Title>
        {children}
      </div>
      <div className="flex items-center gap-x-2">
        <Kbd>esc</Kbd>
        <Drawer.Close asChild>
          <IconButton size="small" type="button" variant="transparent" aria-label={t("actions.close")}>
            <XMark />
          </IconButton>
        </Drawer.Close>
      </div>
    </div>
  )
}
