import { ComputerDesktop, Phone } from "@medusajs/icons"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { previewDocument } from "../lib/preview-document"
import { PressedButtons } from "./pressed-buttons"

const PHONE_WIDTH_PX = 390

interface MailPreviewProps {
  html: string
  subject: string
}

/** The HTML part as a mail client shows it, in a frame that may do nothing at all. */
export const MailPreview = ({ html, subject }: MailPreviewProps) => {
  const { t } = useTranslation("orderMail")
  const [width, setWidth] = useState<"desktop" | "phone">("desktop")
  const document = useMemo(() => previewDocument(html), [html])

  return (
    <div className="flex flex-col gap-y-3">
      <PressedButtons
        label={t("preview.width")}
        value={width}
        onChange={setWidth}
        options={[
          { value: "desktop", label: t("preview.desktop"), icon: <ComputerDesktop /> },
          { value: "phone", label: t("preview.phone"), icon: <Phone /> },
        ]}
      />
      <div className="bg-ui-bg-subtle border-ui-border-base flex justify-center overflow-auto rounded-lg border">
        <iframe
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={document}
          title={t("preview.frameTitle", { subject })}
          // Mail clients lay HTML mails out on white, whatever the colours of the admin.
          className="h-[70vh] min-h-[480px] flex-none bg-white"
          style={{ width: width === "phone" ? PHONE_WIDTH_PX : "100%" }}
        />
      </div>
    </div>
  )
}
