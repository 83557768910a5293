import type { MerchantNotice, NoticeFacts, NoticeMail, NoticeMode } from "../kinds/merchant-notice"
import { dayAfter, localClock } from "./local-clock"

/** Something that was noted and not told yet. */
export interface PendingNotice {
  id: string
  /** When it was noted. */
  at: Date
  notice: MerchantNotice
  order_id: string | null
  facts: NoticeFacts
}

export interface NoticePlanSettings {
  modes: Readonly<Record<MerchantNotice, NoticeMode>>
  /** 0 to 23, in `timeZone`. */
  digestHour: number
  timeZone: string
}

export interface PlannedMail {
  kind: NoticeMail
  /** One of a `merchant-notice`; of a digest any number, oldest first. */
  notices: PendingNotice[]
}

export interface NoticePlan {
  mails: PlannedMail[]
  /** What nobody wants to be told. */
  unwanted: PendingNotice[]
}

/** Beyond that, what would be as many single mails at once (a mail server that refuses everything) becomes one. */
const MAX_SINGLES_AT_ONCE = 20

/**
 * Which mails to the merchant it is time for. What is in none of them, and not unwanted, waits for the digest.
 * @param notices of one shop, oldest first
 */
export function planMerchantMails(
  notices: readonly PendingNotice[],
  settings: NoticePlanSettings,
  now: Date,
): NoticePlan {
  const inMode = (mode: NoticeMode) => notices.filter(({ notice }) => settings.modes[notice] === mode)
  const singles = inMode("single")
  const digest = inMode("digest").filter(({ at }) => isDigestDue(at, now, settings))
  const mails: PlannedMail[] =
    singles.length > MAX_SINGLES_AT_ONCE
      ? [{ kind: "merchant-digest", notices: singles }]
      : singles.map((notice) => ({ kind: "merchant-notice", notices: [notice] }))
  return {
    mails: [...mails, ...(digest.length > 0 ? [{ kind: "merchant-digest" as const, notices: digest }] : [])],
    unwanted: inMode("off"),
  }
}

/**
 * Whether the digest that follows an instant is due: the clock on the wall has reached its hour of that day, or the day
 * is over, because nothing ran at that time. An hour that the change to summer time leaves out is reached with the next
 * one; one that comes twice is reached the first time.
 */
function isDigestDue(at: Date, now: Date, { digestHour, timeZone }: NoticePlanSettings): boolean {
  const noted = localClock(at, timeZone)
  const clock = localClock(now, timeZone)
  const day = noted.hour < digestHour ? noted.day : dayAfter(noted.day)
  return clock.day > day || (clock.day === day && clock.hour >= digestHour)
}
