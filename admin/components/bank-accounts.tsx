import { ActionMenu } from "@medusajs/dashboard/components"
import { EllipsisHorizontal, PencilSquare, Trash } from "@medusajs/icons"
import { Alert, Badge, Button, IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminBankAccount } from "../../src/api/settings-types"
import { useBankAccountPrompts } from "../hooks/use-bank-account-prompts"
import { useStoreCurrencies } from "../hooks/use-store-currencies"
import { accountCode, groupedIban, isQrAccount } from "../lib/account-draft"
import { originSeen } from "../lib/setting-origin"
import { levelOf } from "../lib/settings-level"
import type { SectionSettings } from "../lib/section-draft"
import { OriginBadge } from "./origin-badge"
import { SectionCard } from "./section-card"

interface BankAccountsProps {
  settings: SectionSettings<"bank">
  /** @param index of an account; the number of accounts for a new one */
  onEdit: (index: number) => void
}

/** Where money goes to, by currency. */
export const BankAccounts = ({ settings, onEdit }: BankAccountsProps) => {
  const { t } = useTranslation("orderMail")
  const { removeWithPrompt, inheritWithPrompt } = useBankAccountPrompts(settings)
  const setting = settings.fields.accounts
  const accounts = setting.value
  const origin = originSeen(setting, levelOf(settings.shop_id))
  return (
    <SectionCard
      title={t("settingNames.accounts")}
      subtitle={t("bank.accountsSubtitle")}
      data-testid="bank-accounts"
      actions={
        <>
          <OriginBadge origin={origin} />
          {origin === "own" && (
            <Button size="small" variant="transparent" onClick={() => void inheritWithPrompt()}>
              {t("bank.inheritAccounts")}
            </Button>
          )}
          <Button size="small" variant="secondary" onClick={() => onEdit(accounts.length)}>
            {t("bank.addAccount")}
          </Button>
        </>
      }
    >
      <MissingCurrencies accounts={accounts} />
      <ul className="divide-y" aria-label={t("settingNames.accounts")}>
        {accounts.map((account, index) => (
          <AccountRow
            key={account.currency ?? "all"}
            account={account}
            isOnly={accounts.length === 1}
            onEdit={() => onEdit(index)}
            onRemove={() => void removeWithPrompt(index)}
          />
        ))}
      </ul>
    </SectionCard>
  )
}

interface AccountRowProps {
  account: AdminBankAccount
  /** One account has to stay: mails without would say nothing. */
  isOnly: boolean
  onEdit: () => void
  onRemove: () => void
}

const AccountRow = ({ account, isOnly, onEdit, onRemove }: AccountRowProps) => {
  const { t } = useTranslation("orderMail")
  const { currency, account_holder, iban, bic, bank } = account
  const currencyText = currency ?? t("bank.otherCurrencies")
  const edit = { icon: <PencilSquare />, label: t("actions.edit"), onClick: onEdit }
  const remove = { icon: <Trash />, label: t("actions.remove"), onClick: onRemove }
  return (
    <li data-account={currency ?? "all"} className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Badge size="2xsmall">{currencyText}</Badge>
          <Text size="small" weight="plus" className="min-w-0 [overflow-wrap:anywhere]">
            {account_holder}
          </Text>
        </div>
        <Text size="small" className="font-mono">
          {groupedIban(iban)}
        </Text>
        {(bank ?? bic) && (
          <Text size="small" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
            {[bank, bic].filter(Boolean).join(" · ")}
          </Text>
        )}
        <Text size="small" className="text-ui-fg-subtle">
          {t(`bankCodes.${accountCode(account)}`)}
          {isQrAccount(account) && ` ${t("bank.qrIban")}`}
        </Text>
      </div>
      <ActionMenu groups={[{ actions: isOnly ? [edit] : [edit, remove] }]}>
        <IconButton
          size="small"
          variant="transparent"
          className="shrink-0"
          aria-label={t("actions.menu", { title: `${currencyText} ${account_holder}` })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </ActionMenu>
    </li>
  )
}

/** Orders in these currencies would have a mail that fails. */
const MissingCurrencies = ({ accounts }: { accounts: readonly AdminBankAccount[] }) => {
  const { t } = useTranslation("orderMail")
  const currencies = useStoreCurrencies()
  const missing = accounts.some(({ currency }) => currency === null)
    ? []
    : currencies.filter((code) => !accounts.some(({ currency }) => currency === code))
  if (missing.length === 0) return null
  return (
    <div className="px-6 py-4">
      <Alert variant="warning">{t("bank.missingCurrencies", { currencies: missing.join(", ") })}</Alert>
    </div>
  )
}
