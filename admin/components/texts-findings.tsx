import { ExclamationCircleSolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { TextFinding } from "../../src/rendering/shared/text-findings"

/** What is wrong with a text, as it is typed. There before anything is, so that a screen reader announces it. */
export const TextFindings = ({ id, findings }: { id: string; findings: TextFinding[] }) => {
  const { t } = useTranslation("orderMail")
  return (
    <div id={id} role="status" data-testid="text-findings" className="empty:hidden">
      {findings.length > 0 && (
        <ul className="txt-compact-small text-ui-fg-error flex flex-col gap-y-1">
          {findings.map(({ code, what }, index) => (
            <li key={index} data-finding={code} className="flex gap-x-1.5 [overflow-wrap:anywhere]">
              <ExclamationCircleSolid className="mt-0.5 shrink-0" aria-hidden />
              <span className="min-w-0">{t(`textFindings.${code}`, { what: what ?? "" })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
