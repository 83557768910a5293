import { Alert, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminSettingsFileNote, AdminSettingsFileResponse } from "../../src/api/settings-file-types"
import { useSettingNames } from "../hooks/use-setting-names"
import { isOneOf } from "../lib/setting-names"
import { SECTION_NAMES } from "../lib/section-names"
import { ChangedValue } from "./settings-change"

/** What a file of settings would change, what of it cannot be taken over, and what is wrong with it. */
export const SettingsFileDiff = ({ compared }: { compared: AdminSettingsFileResponse }) => {
  const { t } = useTranslation("orderMail")
  const { changes, problems, left_out } = compared
  return (
    <div className="flex flex-col gap-y-6">
      {problems.length > 0 && (
        <Alert variant="error" data-testid="file-problems">
          <NoteList title={t("settingsFile.problems")} notes={problems} />
        </Alert>
      )}
      {left_out.length > 0 && (
        <Alert variant="warning" data-testid="file-left-out">
          <NoteList title={t("settingsFile.leftOut")} notes={left_out} />
        </Alert>
      )}
      {changes.length > 0 ? (
        <Changes changes={changes} />
      ) : (
        problems.length === 0 && <Alert variant="info">{t("settingsFile.same")}</Alert>
      )}
    </div>
  )
}

const Changes = ({ changes }: Pick<AdminSettingsFileResponse, "changes">) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  return (
    <div className="flex flex-col gap-y-3">
      <Heading level="h2">{t("settingsFile.changes", { count: changes.length })}</Heading>
      <div className="overflow-x-auto rounded-lg border">
        <Table data-testid="file-changes">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("fields.shop")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settingsLog.setting")}</Table.HeaderCell>
              <Table.HeaderCell>{t("settingsLog.change")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {changes.map((change) => (
              <Table.Row key={[change.shop_id, change.section, change.field].join(" ")} data-field={change.field}>
                <Table.Cell className="py-2 align-top">{change.shop_name ?? t("shops.all")}</Table.Cell>
                <Table.Cell className="py-2 align-top">
                  <span className="block min-w-[120px] whitespace-normal">
                    {settingName(change.section, change.field)}
                    <Text size="xsmall" className="text-ui-fg-muted">
                      {t(`sections.${change.section}`)}
                    </Text>
                  </span>
                </Table.Cell>
                <Table.Cell className="py-0 align-top">
                  <ChangedValue
                    field={change.field}
                    was={change.was}
                    is={change.is}
                    wasNothing={t("settingsLog.inherited")}
                    isNothing={t("settingsLog.inherited")}
                  />
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </div>
  )
}

const NoteList = ({ title, notes }: { title: string; notes: AdminSettingsFileNote[] }) => {
  const { t } = useTranslation("orderMail")
  const { settingName } = useSettingNames()
  const placeOf = ({ shop_name, section, field }: AdminSettingsFileNote): string => {
    const isKnown = section !== null && isOneOf(SECTION_NAMES, section)
    const names = [
      shop_name ?? t("shops.all"),
      isKnown ? t(`sections.${section}`) : section,
      isKnown && field !== null ? settingName(section, field) : field,
    ]
    return names.filter((name) => name !== null).join(" · ")
  }
  return (
    <>
      <span className="text-ui-fg-base txt-compact-small-plus block">{title}</span>
      <ul className="mt-1 list-disc pl-4">
        {notes.map((note) => (
          <li key={[placeOf(note), note.words].join(" ")} className="[overflow-wrap:anywhere]">
            {`${placeOf(note)}: ${note.reason ? t(`notTaken.${note.reason}`) : note.words}`}
          </li>
        ))}
      </ul>
    </>
  )
}
