import { Container, Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren, ReactNode } from "react"
import { EditMenu } from "./edit-menu"

interface SectionCardProps {
  title: string
  subtitle?: string
  /** Opens the form; without it there is nothing to edit. */
  onEdit?: () => void
  /** Buttons beside the menu. */
  actions?: ReactNode
  "data-testid"?: string
}

/** A card of a page of the settings, with the way to its form. */
export const SectionCard = ({
  title,
  subtitle,
  onEdit,
  actions,
  "data-testid": testId,
  children,
}: PropsWithChildren<SectionCardProps>) => (
  <Container className="divide-y p-0" data-testid={testId}>
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div className="min-w-0 flex-1 basis-60">
        <Heading level="h2">{title}</Heading>
        {subtitle && (
          <Text size="small" className="text-ui-fg-subtle">
            {subtitle}
          </Text>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-x-2">
        {actions}
        {onEdit && <EditMenu title={title} onEdit={onEdit} />}
      </div>
    </div>
    {children}
  </Container>
)
