import { Drawer } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { focusDialog } from "../lib/focus-dialog"

interface SettingsDrawerProps {
  isOpen: boolean
  onClose: () => void
}

/** Holds a form of settings only while it is open, so that each opening starts from what is saved. */
export const SettingsDrawer = ({ isOpen, onClose, children }: PropsWithChildren<SettingsDrawerProps>) => (
  <Drawer open={isOpen} onOpenChange={(open) => !open && onClose()}>
    <Drawer.Content aria-describedby={undefined} onOpenAutoFocus={focusDialog}>
      {children}
    </Drawer.Content>
  </Drawer>
)
