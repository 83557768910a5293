import { SectionRow } from "@medusajs/dashboard/components"
import { Alert, StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminConnectionTestResponse } from "../../src/api/sender-types"
import { ServerAnswerBlock } from "./server-answer-block"

type Test = AdminConnectionTestResponse["test"]

/** How far the connection came: what it is like, or why it failed, and the server's words. */
export const ConnectionTestResult = ({ test }: { test: Test }) =>
  test.usable ? <Usable test={test} /> : <Unusable test={test} />

const Usable = ({ test }: { test: Extract<Test, { usable: true }> }) => {
  const { t } = useTranslation("orderMail")
  return (
    <div className="divide-y" data-usable>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Alert variant="success">{t("connection.usable")}</Alert>
        {!test.encrypted && <Alert variant="warning">{t("connection.unencryptedWarning")}</Alert>}
      </div>
      <SectionRow
        title={t("connection.server")}
        value={<span className="font-mono [overflow-wrap:anywhere]">{test.server}</span>}
      />
      <SectionRow
        title={t("connection.encryption")}
        value={
          <StatusBadge color={test.encrypted ? "green" : "orange"}>
            {test.encrypted ? t("connection.encrypted") : t("connection.unencrypted")}
          </StatusBadge>
        }
      />
      <SectionRow
        title={t("connection.login")}
        value={
          <StatusBadge color={test.logged_in ? "green" : "grey"}>
            {test.logged_in ? t("connection.loggedIn") : t("connection.noLogin")}
          </StatusBadge>
        }
      />
    </div>
  )
}

const Unusable = ({ test }: { test: Extract<Test, { usable: false }> }) => {
  const { t } = useTranslation("orderMail")
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4" data-problem={test.problem}>
      <Alert variant="error">
        <span className="text-ui-fg-base txt-compact-small-plus block">{t("connection.unusable")}</span>
        <span className="block">{t(`connectionProblems.${test.problem}`)}</span>
      </Alert>
      {(test.words !== null || test.server !== null) && (
        <ServerAnswerBlock
          answer={{ code: null, enhanced_status: null, text: test.words ?? "", server: test.server }}
        />
      )}
    </div>
  )
}
