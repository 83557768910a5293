import { ArrowDownTray } from "@medusajs/icons"
import { Button, Skeleton, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { AdminOrderMail } from "../../src/api/types"
import { useFormats } from "../hooks/use-formats"
import { useOrderMailContent } from "../hooks/use-order-mail-content"
import { orderMailsApi } from "../lib/order-mails-api"
import { saveFile } from "../lib/save-file"
import { CopyButton } from "./copy-button"

/** The exact bytes of the mail as a download, with their size and checksum. */
export const MessageFile = ({ mail }: { mail: Pick<AdminOrderMail, "id" | "order_number" | "kind"> }) => {
  const { t } = useTranslation("orderMail")
  const { fileSize } = useFormats()
  const { data, isPending } = useOrderMailContent(mail.id)
  const download = useMutation({
    mutationFn: () => orderMailsApi.eml(mail.id),
    onSuccess: (blob) => saveFile(blob, [mail.order_number, mail.kind, mail.id].filter(Boolean).join("-") + ".eml"),
    onError: (error) => toast.error(t("download.failure"), { description: error.message }),
  })

  if (isPending) return <Skeleton className="h-7 w-56" />
  if (!data) return <span className="text-ui-fg-muted">{t("content.missingTitle")}</span>
  const { sha256, size_bytes } = data.content
  return (
    <>
      <Button size="small" variant="secondary" isLoading={download.isPending} onClick={() => download.mutate()}>
        <ArrowDownTray />
        {t("actions.downloadEml")}
      </Button>
      <span className="text-ui-fg-subtle">{fileSize(size_bytes)}</span>
      <span className="text-ui-fg-muted inline-flex items-center gap-x-1">
        {t("fields.checksum")}
        <code className="code-label" title={sha256}>
          {sha256.slice(0, 12)}…
        </code>
        <CopyButton text={sha256} label={t("actions.copyChecksum")} />
      </span>
    </>
  )
}
