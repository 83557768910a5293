import { Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminOrderMailContentResponse } from "../../src/api/types"
import { isMissing, useOrderMailContent } from "../hooks/use-order-mail-content"
import { LoadError } from "./load-error"

type Content = AdminOrderMailContentResponse["content"]

interface MailContentTabProps {
  mailId: string
  children: (content: Content) => ReactNode
}

/** A tab that needs the message itself: loading, never written, not loadable, or there. */
export const MailContentTab = ({ mailId, children }: MailContentTabProps) => {
  const { t } = useTranslation("orderMail")
  const { data, error, isFetching, refetch } = useOrderMailContent(mailId)

  if (data) return children(data.content)
  if (isMissing(error)) {
    return (
      <div className="flex min-h-[150px] flex-col items-center justify-center gap-y-1 text-center">
        <Text size="small" leading="compact" weight="plus">
          {t("content.missingTitle")}
        </Text>
        <Text size="small" className="text-ui-fg-muted">
          {t("content.missingText")}
        </Text>
      </div>
    )
  }
  if (error) {
    return (
      <LoadError
        title={t("errors.loadOne")}
        message={error.message}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  return <Skeleton aria-busy className="h-64 w-full" />
}
