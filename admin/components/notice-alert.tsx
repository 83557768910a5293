import { Alert } from "@medusajs/ui"

/** What went wrong, and below it why. */
export const NoticeAlert = ({ title, text }: { title: string; text: string }) => (
  <Alert variant="error">
    <span className="text-ui-fg-base txt-compact-small-plus block">{title}</span>
    <span className="block [overflow-wrap:anywhere]">{text}</span>
  </Alert>
)
