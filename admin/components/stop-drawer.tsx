import { Drawer } from "@medusajs/ui"
import { focusDialog } from "../lib/focus-dialog"
import { StopForm, type StopFormProps } from "./stop-form"

interface StopDrawerProps extends StopFormProps {
  isOpen: boolean
}

/** Holds the form only while it is open, so that each opening starts empty. */
export const StopDrawer = ({ isOpen, ...form }: StopDrawerProps) => (
  <Drawer open={isOpen} onOpenChange={(open) => !open && form.onClose()}>
    <Drawer.Content aria-describedby={undefined} onOpenAutoFocus={focusDialog}>
      <StopForm {...form} />
    </Drawer.Content>
  </Drawer>
)
