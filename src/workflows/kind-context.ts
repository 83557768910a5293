import type { KindContext } from "../kinds/kind"
import type OrderMailModuleService from "../modules/order-mail/service"

/**
 * What a kind may know beside an order, as it is set for the order's shop now.
 * @param shopId null: the store
 */
export async function kindContext(
  orderMail: OrderMailModuleService,
  shopId: string | null,
): Promise<Omit<KindContext, "askedByUser">> {
  const [{ bank }, { installed_at }] = await Promise.all([
    orderMail.settings.effective(shopId),
    orderMail.retrieveInstallation(),
  ])
  return {
    paymentProviders: { prepayment: bank.prepayment_providers, invoice: bank.invoice_providers },
    installedAt: installed_at.toISOString(),
  }
}
