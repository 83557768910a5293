import { Drawer } from "@medusajs/ui"
import { focusDialog } from "../lib/focus-dialog"
import { SendKindForm, type SendKindFormProps } from "./send-kind-form"

interface SendKindDrawerProps extends SendKindFormProps {
  isOpen: boolean
}

/** Holds the form only while it is open, so that each opening is a new request. */
export const SendKindDrawer = ({ isOpen, ...form }: SendKindDrawerProps) => (
  <Drawer open={isOpen} onOpenChange={(open) => !open && form.onClose()}>
    <Drawer.Content aria-describedby={undefined} onOpenAutoFocus={focusDialog}>
      <SendKindForm {...form} />
    </Drawer.Content>
  </Drawer>
)
