import { Tooltip } from "@medusajs/ui"
import { useFormats } from "../hooks/use-formats"

interface RelativeTimeProps {
  /** ISO 8601. */
  at: string
  /** What is shown, made from the moment relative to now, for example "3 minutes ago". */
  text: (relative: string) => string
  className?: string
}

/** A moment relative to now, with its exact date on hover and on focus. */
export const RelativeTime = ({ at, text, className }: RelativeTimeProps) => {
  const { relative, exact } = useFormats()
  return (
    <Tooltip content={exact(at)}>
      <time dateTime={at} tabIndex={0} className={className}>
        {text(relative(at))}
      </time>
    </Tooltip>
  )
}
