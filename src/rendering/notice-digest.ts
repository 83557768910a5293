import { MERCHANT_NOTICES, type MerchantNotice } from "../kinds/merchant-notice"
import { noticeTexts } from "./notice-texts"
import { noticeView, type NoticeToTell, type NoticeView } from "./notice-view"
import { oneLine } from "./one-line"
import type { NoticeInput } from "./render-notice"

export interface DigestView {
  subject: string
  heading: string
  preheader: string
  groups: { heading: string; entries: DigestEntry[]; more: string | null }[]
}

/** A notice of a digest, with the moment it was noted at. */
type DigestEntry = Pick<NoticeView, "summary" | "detail" | "todo" | "link"> & { when: string }

/** Beyond that a group says how many more there are; the admin has them all. */
const MAX_ENTRIES = 50

/** @param shopName on one line */
export function digestView(
  { language, timeZone, notices }: Omit<NoticeInput, "branding">,
  shopName: string,
): DigestView {
  const texts = noticeTexts(language)
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "short", timeStyle: "short", timeZone })
  const entryOf = (notice: NoticeToTell): DigestEntry => {
    const { summary, detail, todo, link } = noticeView(notice, texts, language)
    // The summary says already why.
    const further = notice.notice === "domain-broken" ? null : detail
    return { when: moment.format(notice.at), summary, detail: further, todo, link }
  }
  const groups = groupsOf(notices).map(([notice, all]) => {
    const left = all.length - MAX_ENTRIES
    return {
      heading: texts(`${notice}.group`),
      entries: all.slice(0, MAX_ENTRIES).map(entryOf),
      more: left > 0 ? texts("digest.more", { count: String(left) }, left) : null,
    }
  })
  const count = notices.length
  return {
    subject: oneLine(texts("digest.subject", { shop: shopName, count: String(count) }, count), 150),
    heading: texts("digest.heading", { shop: shopName }),
    preheader: groups.map(({ heading }) => heading).join(", "),
    groups,
  }
}

function groupsOf(notices: readonly NoticeToTell[]): [MerchantNotice, NoticeToTell[]][] {
  return MERCHANT_NOTICES.map((name): [MerchantNotice, NoticeToTell[]] => [
    name,
    notices.filter(({ notice }) => notice === name),
  ]).filter(([, all]) => all.length > 0)
}
