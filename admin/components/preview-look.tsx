import { ComputerDesktop, Moon, Phone, Sun } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { PreviewChoice } from "../hooks/use-preview-choice"
import { PressedButtons } from "./pressed-buttons"

interface PreviewLookProps {
  choice: Pick<PreviewChoice, "width" | "scheme" | "part">
  onChoose: (change: Partial<PreviewChoice>) => void
}

/** How the mail is looked at: on what, in which colours, or as text alone. */
export const PreviewLook = ({ choice: { width, scheme, part }, onChoose }: PreviewLookProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      <PressedButtons
        label={t("livePreview.part")}
        value={part}
        onChange={(chosen) => onChoose({ part: chosen })}
        options={[
          { value: "html", label: t("livePreview.html") },
          { value: "text", label: t("tabs.text") },
        ]}
      />
      {part === "html" && (
        <>
          <PressedButtons
            label={t("preview.width")}
            value={width}
            onChange={(chosen) => onChoose({ width: chosen })}
            options={[
              { value: "desktop", label: t("preview.desktop"), icon: <ComputerDesktop /> },
              { value: "phone", label: t("preview.phone"), icon: <Phone /> },
            ]}
          />
          <PressedButtons
            label={t("livePreview.scheme")}
            value={scheme}
            onChange={(chosen) => onChoose({ scheme: chosen })}
            options={[
              { value: "light", label: t("livePreview.light"), icon: <Sun /> },
              { value: "dark", label: t("livePreview.dark"), icon: <Moon /> },
            ]}
          />
        </>
      )}
    </div>
  )
}
