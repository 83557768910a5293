import type { AdminPaymentProvidersResponse } from "../../src/api/settings-types"
import { sdk } from "./sdk"

export const bankApi = {
  paymentProviders: () => sdk.client.fetch<AdminPaymentProvidersResponse>("/admin/order-mails/payment-providers"),
}
