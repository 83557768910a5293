import { Eye } from "@medusajs/icons"
import { Button, FocusModal } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ShopId } from "../lib/shop-id"
import { DrawerHeader } from "./drawer-header"
import { LiveMailPreview } from "./mail-live-preview"
import { SettingsModal } from "./settings-modal"

/** Shows the mails of a shop as they would be made now. */
export const PreviewButton = ({ shopId }: { shopId: ShopId }) => {
  const { t } = useTranslation("orderMail")
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setIsOpen(true)}>
        <Eye />
        {t("livePreview.open")}
      </Button>
      <SettingsModal isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <DrawerHeader title={t("livePreview.title")} />
        <FocusModal.Body className="overflow-y-auto">
          <div className="mx-auto w-full max-w-[860px] px-4 py-6 sm:px-6">
            <LiveMailPreview shopId={shopId} />
          </div>
        </FocusModal.Body>
      </SettingsModal>
    </>
  )
}
