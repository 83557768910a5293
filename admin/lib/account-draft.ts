import type { AdminBankAccount } from "../../src/api/settings-types"
import { type BicProblem, bicProblem, isBicOfIban } from "../../src/rendering/shared/bic"
import {
  electronicFormat,
  type IbanProblem,
  ibanProblem,
  isEeaIban,
  isQrIban,
  isSepaIban,
  isSwissIban,
} from "../../src/rendering/shared/iban"
import { isSwissText } from "../../src/rendering/shared/swiss-text"

/** What a form has for an account: as typed, "" for nothing. */
export interface AccountDraft {
  /** "": orders in every currency that no other account is for. */
  currency: string
  account_holder: string
  iban: string
  bic: string
  bank: string
  street: string
  house_number: string
  postal_code: string
  city: string
  country_code: string
}

export type AccountField = keyof AccountDraft
export const ADDRESS_FIELDS = ["street", "house_number", "postal_code", "city", "country_code"] as const
export const ACCOUNT_FIELDS: readonly AccountField[] = [
  "currency",
  "account_holder",
  "iban",
  "bic",
  "bank",
  ...ADDRESS_FIELDS,
]

const EMPTY: AccountDraft = {
  currency: "",
  account_holder: "",
  iban: "",
  bic: "",
  bank: "",
  street: "",
  house_number: "",
  postal_code: "",
  city: "",
  country_code: "",
}

export function accountDraftOf(account: AdminBankAccount | undefined): AccountDraft {
  if (!account) return EMPTY
  const { currency, account_holder, iban, bic, bank, address } = account
  return {
    currency: currency ?? "",
    account_holder,
    iban: groupedIban(iban),
    bic: bic ?? "",
    bank: bank ?? "",
    street: address?.street ?? "",
    house_number: address?.house_number ?? "",
    postal_code: address?.postal_code ?? "",
    city: address?.city ?? "",
    country_code: address?.country_code ?? "",
  }
}

export function accountOf(draft: AccountDraft): AdminBankAccount {
  const iban = electronicFormat(draft.iban)
  const orNull = (text: string) => text.trim() || null
  return {
    currency: orNull(draft.currency),
    account_holder: draft.account_holder.trim(),
    iban,
    bic: electronicFormat(draft.bic) || null,
    bank: orNull(draft.bank),
    address: hasAddress(draft)
      ? {
          street: draft.street.trim(),
          house_number: orNull(draft.house_number),
          postal_code: draft.postal_code.trim(),
          city: draft.city.trim(),
          country_code: draft.country_code,
        }
      : null,
  }
}

/** The country alone is no address: it is chosen for the merchant. */
const hasAddress = (draft: AccountDraft) =>
  needsAddress(draft) && [draft.street, draft.house_number, draft.postal_code, draft.city].some((text) => text.trim())

/** Whether an account's bills are Swiss QR-bills, which state the holder's address. */
export const needsAddress = ({ iban }: Pick<AccountDraft, "iban">) => isSwissIban(electronicFormat(iban))

export const ACCOUNT_PROBLEMS = ["currencyTaken", "missing", "notInQrBill", "tooLong"] as const
type AccountProblem = (typeof ACCOUNT_PROBLEMS)[number]

/** How many characters fit; a field that is missing has a check of its own. */
export const ACCOUNT_LENGTHS: Partial<Record<AccountField, number>> = {
  account_holder: 70,
  bank: 70,
  street: 70,
  house_number: 16,
  postal_code: 16,
  city: 35,
}

/** What is wrong with a field beside IBAN and BIC. @param others the other accounts */
export function accountProblem(
  field: AccountField,
  draft: AccountDraft,
  others: readonly AdminBankAccount[],
): AccountProblem | null {
  if (field === "currency")
    return others.some(({ currency }) => (currency ?? "") === draft.currency) ? "currencyTaken" : null
  const text = draft[field].trim()
  const isAddress = ADDRESS_FIELDS.some((name) => name === field)
  if (isAddress && !hasAddress(draft)) return null
  const isNeeded = field === "account_holder" || (isAddress && field !== "house_number")
  if (isNeeded && text === "") return "missing"
  if (text.length > (ACCOUNT_LENGTHS[field] ?? Infinity)) return "tooLong"
  const isInBill = (field === "account_holder" || isAddress) && hasAddress(draft)
  return isInBill && !isSwissText(text) ? "notInQrBill" : null
}

export const draftIbanProblem = ({ iban }: AccountDraft): IbanProblem | null => ibanProblem(electronicFormat(iban))

/** An account needs no BIC. */
export const draftBicProblem = ({ bic }: AccountDraft): BicProblem | null =>
  electronicFormat(bic) === "" ? null : bicProblem(electronicFormat(bic))

/** Whether bank and account seem to be in different countries; false while one of them is not right yet. */
export const isForeignBic = (draft: AccountDraft): boolean => {
  const [bic, iban] = [electronicFormat(draft.bic), electronicFormat(draft.iban)]
  return bic !== "" && bicProblem(bic) === null && ibanProblem(iban) === null && !isBicOfIban(bic, iban)
}

export const hasAccountProblem = (draft: AccountDraft, others: readonly AdminBankAccount[]): boolean =>
  draftIbanProblem(draft) !== null ||
  draftBicProblem(draft) !== null ||
  ACCOUNT_FIELDS.some((field) => accountProblem(field, draft, others) !== null)

export const ACCOUNT_CODES = ["epc", "epcWithoutBic", "swiss", "swissWithoutAddress", "none"] as const
/** Which code mails carry for payments to an account. */
export type AccountCode = (typeof ACCOUNT_CODES)[number]

export function accountCode({ currency, iban, bic, address }: AdminBankAccount): AccountCode {
  const canBe = (...currencies: string[]) => currency === null || currencies.includes(currency)
  const isSwiss = isSwissIban(iban)
  if (isSwiss && address && canBe("CHF", "EUR")) return "swiss"
  const needsBic = !bic && !isEeaIban(iban)
  // Without an address a QR-bill cannot be made; what is left is a SEPA code for EUR, but for a QR-IBAN.
  if (isSwiss && (isQrIban(iban) || needsBic || !canBe("EUR")))
    return canBe("CHF", "EUR") ? "swissWithoutAddress" : "none"
  if (!isSepaIban(iban) || !canBe("EUR")) return "none"
  return needsBic ? "epcWithoutBic" : "epc"
}

export const isQrAccount = ({ iban }: Pick<AdminBankAccount, "iban">) => isQrIban(electronicFormat(iban))

/** As IBANs are printed: a blank after every fourth character. */
export const groupedIban = (iban: string) => electronicFormat(iban).replace(/(.{4})(?=.)/g, "$1 ")

/** The accounts with one of them replaced, or with one more. */
export const withAccount = (accounts: readonly AdminBankAccount[], index: number, account: AdminBankAccount) =>
  index < accounts.length ? accounts.map((other, place) => (place === index ? account : other)) : [...accounts, account]

export const withoutAccount = (accounts: readonly AdminBankAccount[], index: number) =>
  accounts.filter((_, place) => place !== index)
