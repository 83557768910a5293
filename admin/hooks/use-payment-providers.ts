import { useQuery } from "@tanstack/react-query"
import { bankApi } from "../lib/bank-api"

/** The shop's payment providers, without those that are not installed any more. */
export const usePaymentProviders = () =>
  useQuery({
    queryKey: ["order_mail_payment_providers"],
    queryFn: async () => {
      const { payment_providers } = await bankApi.paymentProviders()
      return payment_providers.filter((provider) => provider.is_enabled).map(({ id }) => id)
    },
    staleTime: 30_000,
  })
