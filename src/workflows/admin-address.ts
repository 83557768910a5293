interface AdminConfig {
  backendUrl?: string
  path?: string
}

/** Addresses of pages of the admin, for mails. */
export interface AdminAddress {
  order(orderId: string): string | null
  /** @param shopId null: the store */
  settings(shopId: string | null): string | null
}

/**
 * @param admin of Medusa's configuration; a mail needs `backendUrl` to be a whole http(s) address, which it is not by
 * default
 */
export function adminAddress({ backendUrl = "/", path = "/app" }: AdminConfig = {}): AdminAddress {
  const base = /^https?:\/\//i.test(backendUrl) && URL.canParse(backendUrl) ? backendUrl.replace(/\/+$/, "") : null
  const page = (address: string) => base && `${base}/${path.replace(/^\/+|\/+$/g, "")}/${address}`
  return {
    order: (orderId) => page(`orders/${encodeURIComponent(orderId)}`),
    settings: (shopId) =>
      page(`settings/order-mails${shopId === null ? "" : `?shop_id=${encodeURIComponent(shopId)}`}`),
  }
}
