import { Alert, Skeleton } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminPreviewResponse, AdminSettingsDrafts } from "../../src/api/settings-types"
import { useKinds } from "../hooks/use-kinds"
import { useLivePreview } from "../hooks/use-live-preview"
import { type PreviewChoice, usePreviewChoice } from "../hooks/use-preview-choice"
import { usePreviewOrder } from "../hooks/use-preview-order"
import { previewDocument } from "../lib/preview-document"
import { PREVIEW_WIDTHS, previewHeight } from "../lib/preview-size"
import type { ShopId } from "../lib/shop-id"
import type { MailLanguage } from "../lib/test-mail"
import { LoadError } from "./load-error"
import { MailText } from "./mail-text"
import { MailVariantChoice, PreviewKindChoice, PreviewLanguageChoice } from "./preview-choices"
import { PreviewFrame } from "./preview-frame"
import { PreviewHead } from "./preview-head"
import { PreviewLook } from "./preview-look"
import { PreviewOrderField } from "./preview-order-field"

interface LiveMailPreviewProps {
  /** Whose settings; null: those of all shops. */
  shopId: ShopId
  /** What is typed and not saved yet. */
  drafts?: AdminSettingsDrafts
  /** The kind to show; without it there is a choice. */
  kind?: string
  /** Which of the kind's mails to show; without it there is a choice. */
  variant?: string
  /** The language to show, null the order's; without it there is a choice, which is this component's own. */
  language?: MailLanguage | null
  /** The choice of a language that is given from outside; without it there is none. */
  onLanguage?: (language: MailLanguage | null) => void
}

/** The mail as it would be made now, as it is typed: any kind and language, the sample order or a real one. */
export const LiveMailPreview = ({ shopId, drafts, kind, variant, language, onLanguage }: LiveMailPreviewProps) => {
  const { t } = useTranslation("orderMail")
  const { choice, choose } = usePreviewChoice()
  const kinds = useKinds(shopId)
  const order = usePreviewOrder(choice.orderNumber)
  const shownKind = kind ?? kinds.find((one) => one === choice.kind) ?? kinds[0]
  const shownLanguage = language === undefined ? choice.language : language
  // What was chosen for another kind does not count.
  const shownVariant = variant ?? (shownKind === choice.kind ? choice.variant : null)
  const isReady = shownKind !== undefined && !order.isSearching && !order.isMissing && !order.error
  const { mail, error, isBusy, retry } = useLivePreview(
    isReady
      ? {
          kind: shownKind,
          variant: shownVariant,
          shop_id: shopId,
          language: shownLanguage,
          order_id: order.id,
          ...(drafts && { drafts }),
        }
      : null,
  )
  const orderError = order.isMissing ? t("testMail.orderNotFound") : (order.error?.message ?? null)

  return (
    <section
      aria-label={t("livePreview.title")}
      aria-busy={isBusy || order.isSearching}
      data-testid="live-preview"
      className="flex min-w-0 flex-col gap-y-4"
    >
      <div className="flex flex-wrap gap-x-3 gap-y-3 [&>*]:flex-1 [&>*]:basis-40">
        {kind === undefined && shownKind !== undefined && (
          <PreviewKindChoice
            kinds={kinds}
            kind={shownKind}
            onChoose={(chosen) => choose({ kind: chosen, variant: null })}
          />
        )}
        {variant === undefined && (
          <MailVariantChoice
            kind={shownKind}
            variant={shownVariant}
            onChoose={(chosen) => choose({ kind: shownKind ?? null, variant: chosen })}
          />
        )}
        {(language === undefined || onLanguage) && (
          <PreviewLanguageChoice
            language={shownLanguage}
            onChoose={(chosen) => (onLanguage ? onLanguage(chosen) : choose({ language: chosen }))}
          />
        )}
        <PreviewOrderField
          shopId={shopId}
          value={choice.orderNumber}
          onChange={(orderNumber) => choose({ orderNumber })}
          error={orderError}
        />
      </div>
      <PreviewLook choice={choice} onChoose={choose} />
      {mail && (
        <div className="relative">
          <ShownMail mail={mail} choice={choice} isBusy={isBusy || order.isSearching} />
          {/* There before anything is wrong, so that a screen reader announces it; over the mail, so that it does not jump. */}
          <div role="status" className="absolute inset-x-4 top-20 empty:hidden">
            {error && (
              <Alert variant="warning" className="shadow-elevation-flyout [overflow-wrap:anywhere]">
                {t("livePreview.outdated", { reason: error.message })}
              </Alert>
            )}
          </div>
        </div>
      )}
      {!mail && error && (
        <LoadError title={t("livePreview.failure")} message={error.message} isRetrying={isBusy} onRetry={retry} />
      )}
      {!mail && !error && !orderError && <Skeleton className="h-[480px] w-full" />}
    </section>
  )
}

interface ShownMailProps {
  mail: AdminPreviewResponse
  choice: PreviewChoice
  isBusy: boolean
}

const ShownMail = ({ mail, choice: { width, scheme, part }, isBusy }: ShownMailProps) => {
  const { t } = useTranslation("orderMail")
  const document = useMemo(() => previewDocument(mail.html, scheme), [mail.html, scheme])
  return (
    // Around all of it, because the mail would lie over the frame of its own box.
    <div className="border-ui-border-base has-[[role=region]:focus-visible]:shadow-borders-focus overflow-hidden rounded-lg border">
      <PreviewHead mail={mail} isBusy={isBusy} />
      {part === "text" ? (
        <MailText text={mail.text} />
      ) : (
        <div
          role="region"
          aria-label={t("livePreview.mail")}
          tabIndex={0}
          className="bg-ui-bg-subtle max-h-[75vh] overflow-y-auto outline-none"
        >
          <PreviewFrame
            document={document}
            title={t("preview.frameTitle", { subject: mail.subject })}
            width={PREVIEW_WIDTHS[width]}
            height={previewHeight(mail.text, width)}
          />
        </div>
      )}
    </div>
  )
}
