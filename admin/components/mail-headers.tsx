import { useTranslation } from "react-i18next"
import type { AdminOrderMailContentResponse } from "../../src/api/types"

/** The header fields in the order of the message, and the envelope that the mail server got. */
export const MailHeaders = ({ content }: { content: AdminOrderMailContentResponse["content"] }) => {
  const { t } = useTranslation("orderMail")
  const { from, to } = content.envelope
  const rows = [{ name: t("fields.envelope"), value: `MAIL FROM:<${from}>  RCPT TO:<${to}>` }, ...content.headers]
  return (
    <div className="border-ui-border-base overflow-hidden rounded-lg border">
      <table className="w-full table-fixed border-collapse">
        <tbody>
          {rows.map(({ name, value }, index) => (
            <tr key={index} className="border-ui-border-base border-b align-top last:border-b-0">
              <th
                scope="row"
                className="txt-compact-small-plus text-ui-fg-subtle bg-ui-bg-subtle w-[34%] px-4 py-2 text-left [overflow-wrap:anywhere]"
              >
                {name}
              </th>
              <td className="text-ui-fg-base px-4 py-2 font-mono text-[13px] leading-5 [overflow-wrap:anywhere]">
                {value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
