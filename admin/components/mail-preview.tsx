import { ComputerDesktop, Phone } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { previewDocument } from "../lib/preview-document"

const PHONE_WIDTH_PX = 390

interface MailPreviewProps {
  html: string
  subject: string
}

/** The HTML part as a mail client shows it, in a frame that may do nothing at all. */
export const MailPreview = ({ html, subject }: MailPreviewProps) => {
  const { t } = useTranslation("orderMail")
  const [isPhone, setIsPhone] = useState(false)
  const document = useMemo(() => previewDocument(html), [html])

  return (
    <div className="flex flex-col gap-y-3">
      <div role="group" aria-label={t("preview.width")} className="flex gap-x-2">
        <Button
          size="small"
          variant={isPhone ? "transparent" : "secondary"}
          aria-pressed={!isPhone}
          onClick={() => setIsPhone(false)}
        >
          <ComputerDesktop />
          {t("preview.desktop")}
        </Button>
        <Button
          size="small"
          variant={isPhone ? "secondary" : "transparent"}
          aria-pressed={isPhone}
          onClick={() => setIsPhone(true)}
        >
          <Phone />
          {t("preview.phone")}
        </Button>
      </div>
      <div className="bg-ui-bg-subtle border-ui-border-base flex justify-center overflow-auto rounded-lg border">
        <iframe
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={document}
          title={t("preview.frameTitle", { subject })}
          // Mail clients lay HTML mails out on white, whatever the colours of the admin.
          className="h-[70vh] min-h-[480px] flex-none bg-white"
          style={{ width: isPhone ? PHONE_WIDTH_PX : "100%" }}
        />
      </div>
    </div>
  )
}
