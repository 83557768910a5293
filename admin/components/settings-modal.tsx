import { FocusModal } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { focusDialog } from "../lib/focus-dialog"

interface SettingsModalProps {
  isOpen: boolean
  onClose: () => void
}

/** As `SettingsDrawer`, over the whole window: for a form with a preview beside it. */
export const SettingsModal = ({ isOpen, onClose, children }: PropsWithChildren<SettingsModalProps>) => (
  <FocusModal open={isOpen} onOpenChange={(open) => !open && onClose()}>
    <FocusModal.Content aria-describedby={undefined} onOpenAutoFocus={focusDialog}>
      {children}
    </FocusModal.Content>
  </FocusModal>
)
