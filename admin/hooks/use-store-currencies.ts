import { useStore } from "@medusajs/dashboard/hooks"

/** The currencies that the store sells in, ISO 4217; none until they are known. */
export const useStoreCurrencies = (): string[] => {
  const { store } = useStore({ fields: "id,supported_currencies.currency_code" })
  return (store?.supported_currencies ?? []).map(({ currency_code }) => currency_code.toUpperCase()).sort()
}
