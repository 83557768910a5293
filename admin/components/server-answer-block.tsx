import { useTranslation } from "react-i18next"
import type { ServerAnswer } from "../../src/api/types"

/** The codes stand in front, unless the server's own words begin with them already. */
function answerLine({ code, enhanced_status, text }: ServerAnswer): string {
  const isQuotedWhole = code !== null && text.startsWith(String(code))
  const codes = isQuotedWhole ? [] : [code, enhanced_status && !text.includes(enhanced_status) ? enhanced_status : null]
  return [...codes, text].filter((part) => part !== null && part !== "").join(" ")
}

/** Which server answered, and its exact words, where it said any. */
export const ServerAnswerBlock = ({ answer }: { answer: ServerAnswer }) => {
  const { t } = useTranslation("orderMail")
  const line = answerLine(answer)
  return (
    <figure
      aria-label={t("timelineData.answer")}
      className="bg-ui-bg-subtle border-ui-border-base flex flex-col gap-y-1 rounded-md border px-3 py-2"
    >
      {answer.server && (
        <figcaption className="txt-compact-xsmall text-ui-fg-muted">
          {t("timelineData.server")}: <span className="font-mono">{answer.server}</span>
        </figcaption>
      )}
      {line !== "" && (
        <code className="text-ui-fg-base whitespace-pre-wrap font-mono text-[12px] leading-[18px] [overflow-wrap:anywhere]">
          {line}
        </code>
      )}
    </figure>
  )
}
