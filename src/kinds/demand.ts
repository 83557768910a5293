/**
 * What a step of the dunning plan asks of a customer, worked out for the moment in which its mail is written. Amounts are
 * decimal strings in major units of the order's currency, days are `YYYY-MM-DD` in the shop's time zone.
 */
export interface Demand {
  /** From 1 on, within the kind. */
  level: number
  /** How many mails of this step there are with this one; above 1 after those before were taken back. */
  attempt: number
  /** Last day on which paying was, or is, in time. */
  dueDay: string
  /** Until when this mail asks for the money. */
  payableUntil: string
  /** The customer is not late yet: the mail reminds of what is to come and blames no one. */
  beforeDue: boolean
  /** A reminder or dunning letter was sent before this one, after the due date. */
  remindedBefore: boolean
  /** No other step follows. */
  isLast: boolean
  /** The mail offers to cancel the order instead of paying. */
  offersCancellation: boolean
  /** The merchant gets a copy once the mail was sent. */
  copyToMerchant: boolean
  /** The open amount with costs and interest. */
  total: string
  /** How the total comes about; null where it is the open amount and nothing else. */
  claim: ClaimSummary | null
}

/** The parts of a claim in default; principal, interest and costs add up to the demand's total. */
export interface ClaimSummary {
  /** What is open of the order's total, after payments were credited. */
  principal: string
  interest: string
  /** Fees, and the flat fee where the law has one (section 288 (5) BGB). */
  costs: string
  /** First day that bears interest; null: none does. */
  interestFrom: string | null
  /** Yearly rate on the day the mail is written, in percent; null: none. */
  interestPercent: string | null
  /** How payments were credited (section 367 BGB), the oldest first; only where something but the principal was owed. */
  payments: { day: string; amount: string; costs: string; interest: string; principal: string }[]
}
