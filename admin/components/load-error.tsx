import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface LoadErrorProps {
  title: string
  /** The server's own words. */
  message: string
  isRetrying: boolean
  onRetry: () => void
}

/** In place of what could not be loaded: what went wrong, and a way to try again. */
export const LoadError = ({ title, message, isRetrying, onRetry }: LoadErrorProps) => {
  const { t } = useTranslation("orderMail")
  return (
    <div role="alert" className="flex min-h-[150px] flex-col items-center justify-center gap-y-4 px-6 py-8 text-center">
      <div className="flex flex-col items-center gap-y-3">
        <ExclamationCircle className="text-ui-fg-subtle" />
        <div className="flex flex-col gap-y-1">
          <Text size="small" leading="compact" weight="plus">
            {title}
          </Text>
          <Text size="small" className="text-ui-fg-muted">
            {message}
          </Text>
        </div>
      </div>
      <Button size="small" variant="secondary" isLoading={isRetrying} onClick={onRetry}>
        {t("actions.retry")}
      </Button>
    </div>
  )
}
