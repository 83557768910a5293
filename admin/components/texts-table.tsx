import { Table } from "@medusajs/ui"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { AdminText } from "../../src/api/text-types"
import { useTextNames } from "../hooks/use-text-names"
import type { SectionSettings } from "../lib/section-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import { OriginBadge } from "./origin-badge"

interface TextsTableProps {
  texts: AdminText[]
  settings: SectionSettings<"texts">
  onOpen: (id: string) => void
}

/** Texts in the order of the mail, those of one part together: what each is, what it says, and where that is set. */
export const TextsTable = ({ texts, settings, onOpen }: TextsTableProps) => {
  const { t } = useTranslation("orderMail")
  const { textSectionName } = useTextNames()
  const sections = [...new Set(texts.map(({ section }) => section))]
  return (
    <div className="overflow-x-auto">
      <Table aria-label={t("texts.title")} className="table-fixed">
        <Table.Header>
          <Table.Row className="hover:bg-transparent">
            <Table.HeaderCell className="w-[32%]">{t("texts.name")}</Table.HeaderCell>
            <Table.HeaderCell>{t("texts.text")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {sections.map((section) => (
            <Fragment key={section}>
              <Table.Row className="bg-ui-bg-subtle hover:bg-ui-bg-subtle">
                <th
                  colSpan={2}
                  scope="rowgroup"
                  className="txt-compact-small-plus text-ui-fg-base h-10 px-6 text-left font-normal"
                >
                  {textSectionName(section)}
                </th>
              </Table.Row>
              {texts
                .filter((text) => text.section === section)
                .map((text) => (
                  <TextRow key={text.id} text={text} settings={settings} onOpen={() => onOpen(text.id)} />
                ))}
            </Fragment>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

interface TextRowProps {
  text: AdminText
  settings: SectionSettings<"texts">
  onOpen: () => void
}

const TextRow = ({ text, settings, onOpen }: TextRowProps) => {
  const { t } = useTranslation("orderMail")
  const { textName } = useTextNames()
  const setting = settings.fields[text.id]
  return (
    <Table.Row data-setting={text.id} className="cursor-pointer" onClick={onOpen}>
      <Table.Cell className="whitespace-normal py-3 align-top">
        <button
          type="button"
          className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus rounded text-left outline-none [overflow-wrap:anywhere]"
          onClick={(event) => {
            // The row would open it a second time.
            event.stopPropagation()
            onOpen()
          }}
        >
          {textName(text.key)}
        </button>
      </Table.Cell>
      <Table.Cell className="whitespace-normal py-3 align-top">
        <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1.5">
          <span className="min-w-0 flex-1 basis-40 whitespace-pre-line [overflow-wrap:anywhere]">
            {setting?.value ?? text.shipped}
          </span>
          {setting && (
            <OriginBadge origin={originSeen(setting, levelOf(settings.shop_id))} configured={t("texts.shipped")} />
          )}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
