import { Alert, Heading } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminTestMailResponse } from "../../src/api/test-mail-types"
import { RESULT_VARIANTS } from "../lib/test-mail"
import { FactList } from "./fact-list"
import { ServerAnswerBlock } from "./server-answer-block"
import { TestMailFinding } from "./test-mail-finding"

type TestMail = AdminTestMailResponse["test_mail"]

/** What became of a test mail, who it was from and why, and what a receiver finds when looking at it. */
export const TestMailResult = ({ mail }: { mail: TestMail }) => {
  const { t } = useTranslation("orderMail")
  const start = useRef<HTMLDivElement>(null)
  // It stands below the form, where nobody would look for it.
  useEffect(() => start.current?.scrollIntoView({ block: "start", behavior: "smooth" }), [mail])
  const facts = [
    { name: t("fields.subject"), value: mail.subject },
    { name: t("fields.from"), value: mail.from },
    { name: t("fields.sender"), value: t(`senderReasons.${mail.identity_reason}`) },
  ]
  return (
    <div
      ref={start}
      className="flex scroll-mt-4 flex-col gap-y-4"
      data-testid="test-mail-result"
      data-result={mail.result}
    >
      <Alert variant={RESULT_VARIANTS[mail.result]}>{t(`testResults.${mail.result}`)}</Alert>
      {mail.answer && <ServerAnswerBlock answer={mail.answer} />}
      <FactList facts={facts} />
      <section className="flex flex-col gap-y-2">
        <Heading level="h3">{t("testMail.report")}</Heading>
        <ul className="divide-y rounded-lg border">
          {mail.report.map((finding) => (
            <TestMailFinding key={finding.check} finding={finding} />
          ))}
        </ul>
      </section>
    </div>
  )
}
