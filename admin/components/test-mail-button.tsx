import { Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { focusDialog } from "../lib/focus-dialog"
import type { ShopId } from "../lib/shop-id"
import { PermissionGate } from "./permission-gate"
import { TestMailForm } from "./test-mail-form"

/** Opens the form for a test mail with a shop's settings, for whoever may send mails. */
export const SendTestMail = ({ shopId }: { shopId: ShopId }) => {
  const { t } = useTranslation("orderMail")
  const [isOpen, setIsOpen] = useState(false)
  return (
    <PermissionGate needs="send">
      <Button size="small" variant="secondary" onClick={() => setIsOpen(true)}>
        {t("testMail.open")}
      </Button>
      <Drawer open={isOpen} onOpenChange={setIsOpen}>
        <Drawer.Content aria-describedby={undefined} onOpenAutoFocus={focusDialog}>
          <TestMailForm shopId={shopId} />
        </Drawer.Content>
      </Drawer>
    </PermissionGate>
  )
}
