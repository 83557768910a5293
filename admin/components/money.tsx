import { useFormats } from "../hooks/use-formats"

interface MoneyProps {
  /** Decimal string in major units. */
  amount: string
  currencyCode: string
}

/** An amount as the admin's language writes it, its digits below each other in a table. */
export const Money = ({ amount, currencyCode }: MoneyProps) => {
  const { money } = useFormats()
  return <span className="whitespace-nowrap tabular-nums">{money(amount, currencyCode)}</span>
}
