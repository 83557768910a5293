import { Button, Drawer, Text } from "@medusajs/ui"
import type { FormEvent, PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import { DrawerHeader } from "./drawer-header"

interface MailFormProps {
  title: string
  /** Whose mail it is. */
  subtitle?: string
  /** What it does. */
  description: string
  submitText: string
  isPending: boolean
  onSubmit: () => void
  /** Leads back to what the drawer showed before; without it the drawer is closed. */
  onBack?: () => void
  "data-testid"?: string
}

/** The frame of a form that sends a mail, in a drawer. */
export const MailForm = (props: PropsWithChildren<MailFormProps>) => {
  const { t } = useTranslation("orderMail")
  const { title, subtitle, description, submitText, isPending, onSubmit, onBack, children } = props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form noValidate onSubmit={submit} className="flex min-h-0 flex-1 flex-col" data-testid={props["data-testid"]}>
      <DrawerHeader title={title}>
        {subtitle && (
          <Text size="small" className="text-ui-fg-subtle">
            {subtitle}
          </Text>
        )}
      </DrawerHeader>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <Text size="small" className="text-ui-fg-subtle">
          {description}
        </Text>
        {children}
      </Drawer.Body>
      <Drawer.Footer>
        {onBack ? (
          <Button type="button" size="small" variant="secondary" onClick={onBack}>
            {t("actions.back")}
          </Button>
        ) : (
          <Drawer.Close asChild>
            <Button type="button" size="small" variant="secondary">
              {t("actions.close")}
            </Button>
          </Drawer.Close>
        )}
        <Button type="submit" size="small" isLoading={isPending}>
          {submitText}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
