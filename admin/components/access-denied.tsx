import { ExclamationCircle } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** In place of a page: what the dashboard itself shows there, which plugins cannot import. */
export const AccessDenied = ({ permission }: { permission: string }) => {
  const { t } = useTranslation("orderMail")
  return (
    <div className="flex min-h-[60vh] items-center justify-center p-4">
      <Container className="max-w-md" role="alert" data-testid="access-denied">
        <div className="flex flex-col items-center gap-y-4 py-8 text-center">
          <div className="bg-ui-bg-subtle flex h-12 w-12 items-center justify-center rounded-full">
            <ExclamationCircle className="text-ui-fg-muted" />
          </div>
          <div className="flex flex-col gap-y-1">
            <Heading level="h2">{t("accessDenied.title")}</Heading>
            <Text className="text-ui-fg-subtle">{t("accessDenied.description")}</Text>
          </div>
          <Text size="small" className="text-ui-fg-muted">
            {t("accessDenied.requiredPermission", { permission })}
          </Text>
        </div>
      </Container>
    </div>
  )
}
