import { Spinner } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminPreviewResponse } from "../../src/api/settings-types"

interface PreviewHeadProps {
  mail: Pick<AdminPreviewResponse, "subject" | "from">
  isBusy: boolean
}

/** What a mail program shows above a mail. */
export const PreviewHead = ({ mail: { subject, from }, isBusy }: PreviewHeadProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <div className="border-ui-border-base flex items-start justify-between gap-x-3 border-b px-4 py-3">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <Text size="small" leading="compact" weight="plus" data-testid="preview-subject">
          {subject}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {from ? t("livePreview.from", { sender: `${from.name} <${from.address}>` }) : t("livePreview.noSender")}
        </Text>
      </div>
      {/* Always in its place, so that nothing moves. */}
      <Spinner aria-hidden className={`text-ui-fg-muted mt-1 shrink-0 animate-spin ${isBusy ? "" : "invisible"}`} />
    </div>
  )
}
