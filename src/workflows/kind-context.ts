import type { KindContext } from "../kinds/kind"
import type OrderMailModuleService from "../modules/order-mail/service"
import type { SectionFields } from "../modules/order-mail/settings/section-registry"

/** What a kind may know beside an order, as it is set for the order's shop now. */
export async function kindContext(
  orderMail: Pick<OrderMailModuleService, "retrieveInstallation">,
  { bank }: Pick<SectionFields, "bank">,
): Promise<Omit<KindContext, "askedByUser" | "occasion">> {
  const { installed_at } = await orderMail.retrieveInstallation()
  return {
    paymentProviders: { prepayment: bank.prepayment_providers, invoice: bank.invoice_providers },
    installedAt: installed_at.toISOString(),
  }
}
