import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import {
  ACCOUNT_FIELDS,
  ACCOUNT_LENGTHS,
  type AccountDraft,
  accountDraftOf,
  type AccountField,
  accountOf,
  accountProblem,
  draftBicProblem,
  draftIbanProblem,
  hasAccountProblem,
  withAccount,
  withoutAccount,
} from "../lib/account-draft"
import type { SectionChanges, SectionSettings } from "../lib/section-draft"
import { isOwn, levelOf } from "../lib/settings-level"
import { useBankProblems } from "./use-bank-problems"
import { useSaveSection, useSectionSettings } from "./use-section-settings"
import { useSettingsForm } from "./use-settings-form"

type BankSettings = SectionSettings<"bank">

interface AccountFormOptions {
  settings: BankSettings
  /** Of the account; the number of accounts for a new one. */
  index: number
  onSaved: () => void
}

/** What the form was opened with beside the account: saving writes the whole list. */
interface FormDraft {
  list: BankSettings["fields"]["accounts"]["value"]
  account: AccountDraft
}

/** A form over one account of the list. */
export function useAccountForm({ settings, index, onSaved }: AccountFormOptions) {
  const { t } = useTranslation("orderMail")
  const { ibanText, bicText } = useBankProblems()
  const { refetch, isFetching } = useSectionSettings({ section: "bank", shop_id: settings.shop_id })
  const form = useSettingsForm({
    settings,
    draftOf: ({ fields }: BankSettings): FormDraft => ({
      list: fields.accounts.value,
      account: newAccountDraft(fields.accounts.value, index),
    }),
    changesOf: (before, now): SectionChanges<"bank"> =>
      JSON.stringify(before.account) === JSON.stringify(now.account)
        ? {}
        : { set: { accounts: withAccount(now.list, index, accountOf(now.account)) } },
    hasProblem: ({ list, account }) => hasAccountProblem(account, withoutAccount(list, index)),
    fields: ACCOUNT_FIELDS,
    save: useSaveSection("bank"),
    reload: useCallback(async () => (await refetch()).data, [refetch]),
    isReloading: isFetching,
    onSaved,
  })
  const { account, list } = form.draft
  const others = withoutAccount(list, index)

  /** What is wrong with a field, from the first try to save on. */
  const errorAt = (field: AccountField): string | null => {
    if (!form.isSubmitted) return null
    if (field === "iban" && draftIbanProblem(account)) return ibanText(account.iban)
    if (field === "bic" && draftBicProblem(account)) return bicText(account.bic)
    const problem = accountProblem(field, account, others)
    return problem ? t(`accountProblems.${problem}`, { max: ACCOUNT_LENGTHS[field] }) : form.refusalAt(field)
  }

  return {
    form,
    account,
    others,
    isNew: index >= list.length,
    /** Saving copies what was inherited. */
    startsOwnList: !isOwn(form.loaded.fields.accounts, levelOf(settings.shop_id)),
    type: (part: Partial<AccountDraft>) => form.change({ account: { ...account, ...part } }),
    errorAt,
  }
}

/** A new account is for the first of the usual currencies that has none, or for all others. */
function newAccountDraft(list: FormDraft["list"], index: number): AccountDraft {
  if (list[index]) return accountDraftOf(list[index])
  const isTaken = (code: string | null) => list.some(({ currency }) => currency === code)
  const currency = [null, "EUR", "CHF"].find((code) => !isTaken(code)) ?? ""
  return { ...accountDraftOf(undefined), currency, account_holder: list[0]?.account_holder ?? "" }
}
