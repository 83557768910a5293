import { Input } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../hooks/use-formats"
import { useRecentOrders } from "../hooks/use-preview-order"
import type { ShopId } from "../lib/shop-id"
import { LabeledField } from "./labeled-field"

interface PreviewOrderFieldProps {
  shopId: ShopId
  /** Empty: the sample order. */
  value: string
  onChange: (number: string) => void
  /** Why there is nothing with this number. */
  error: string | null
}

/** Which order the mail is about: the sample order, one of the last ones, or any other by its number. */
export const PreviewOrderField = ({ shopId, value, onChange, error }: PreviewOrderFieldProps) => {
  const { t } = useTranslation("orderMail")
  const { exact } = useFormats()
  const { data: recent = [] } = useRecentOrders(shopId)
  const list = useId()
  return (
    <LabeledField label={t("livePreview.order")} error={error} className="flex-1 basis-40">
      {(ids) => (
        <>
          <Input
            {...ids}
            list={list}
            autoComplete="off"
            placeholder={t("testMail.sampleOrder")}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={list}>
            {recent.map(({ id, display_id, custom_display_id, created_at, email }) => (
              <option key={id} value={custom_display_id ?? display_id ?? ""}>
                {[exact(created_at), email].filter(Boolean).join(" · ")}
              </option>
            ))}
          </datalist>
        </>
      )}
    </LabeledField>
  )
}
