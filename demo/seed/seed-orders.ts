import type { HttpTypes } from "@medusajs/framework/types"
import type { AdminApi } from "../parts/admin-api"
import { placeOrder, type OrderToPlace } from "../place-order"
import type { SeededSalesChannel } from "./seed-store"

/** What has happened to an order's payment. `not-paid` has no payment session at all, as an order by telephone. */
type Payment =
  "not-paid" | "authorized" | "partially-captured" | "captured" | "partially-refunded" | "refunded" | "canceled"

interface SeededOrder extends Pick<OrderToPlace, "email" | "name" | "lines" | "countryCode" | "company" | "locale"> {
  payment: Payment
  channel: SeededSalesChannel["name"]
}

const ORDERS: SeededOrder[] = [
  {
    payment: "refunded",
    channel: "Onlineshop",
    email: "franziska.grossmann@example.org",
    name: "Franziska Großmann",
    countryCode: "de",
    lines: [{ sku: "MUE-DEE-NUS", quantity: 1 }],
  },
  {
    payment: "captured",
    channel: "B2B-Shop",
    email: "einkauf@cafe-kranich.example",
    name: "Johanna Kranich",
    company: "Café Kranich GbR",
    countryCode: "de",
    lines: [
      { sku: "ESP-MOR-5000", quantity: 2 },
      { sku: "FIL-KUE-1000", quantity: 3 },
    ],
  },
  {
    payment: "partially-refunded",
    channel: "Onlineshop",
    email: "mehmet.yildiz@example.com",
    name: "Mehmet Yıldız",
    countryCode: "de",
    lines: [
      { sku: "BEC-LEU-350", quantity: 4 },
      { sku: "FIL-KUE-250", quantity: 2 },
    ],
  },
  {
    payment: "canceled",
    channel: "Onlineshop",
    email: "lukas.obermayr@example.net",
    name: "Lukas Obermayr",
    countryCode: "at",
    lines: [{ sku: "SET-KON-3", quantity: 1 }],
  },
  {
    payment: "partially-captured",
    channel: "Onlineshop",
    email: "lukas.obermayr@example.net",
    name: "Lukas Obermayr",
    countryCode: "at",
    lines: [
      { sku: "FLT-POR-4", quantity: 1 },
      { sku: "PAP-004-100", quantity: 2 },
    ],
  },
  {
    payment: "authorized",
    channel: "Onlineshop",
    email: "emily.oconnor@example.com",
    name: "Emily O'Connor",
    countryCode: "gb",
    locale: "en-GB",
    lines: [{ sku: "ESP-MOR-250", quantity: 2 }],
  },
  {
    payment: "authorized",
    channel: "B2B-Shop",
    email: "einkauf@cafe-kranich.example",
    name: "Johanna Kranich",
    company: "Café Kranich GbR",
    countryCode: "de",
    lines: [{ sku: "ESP-MOR-5000", quantity: 1 }],
  },
  {
    payment: "not-paid",
    channel: "Onlineshop",
    email: "anke.brodersen@example.com",
    name: "Anke Brodersen",
    countryCode: "de",
    lines: [{ sku: "ESP-MOR-1000", quantity: 1 }],
  },
]

export interface OrderSeeding {
  admin: AdminApi
  baseUrl: string
  channels: SeededSalesChannel[]
  /** Region ids by country code. */
  regions: Record<string, string>
}

/** Orders in every state of payment, so that there is something to look at. */
export async function seedOrders(seeding: OrderSeeding): Promise<void> {
  for (const order of ORDERS) {
    const channel = seeding.channels.find(({ name }) => name === order.channel)
    if (!channel) throw new Error(`There is no sales channel "${order.channel}".`)
    if (order.payment === "not-paid") await takeByTelephone(seeding, channel, order)
    else
      await bringTo(
        seeding.admin,
        order.payment,
        await placeOrder({ ...order, ...channel, name: order.name, baseUrl: seeding.baseUrl }),
      )
  }
}

async function bringTo(admin: AdminApi, payment: Exclude<Payment, "not-paid">, { id }: { id: string }): Promise<void> {
  if (payment === "authorized") return
  if (payment === "canceled") {
    await admin.post(`/admin/orders/${id}/cancel`)
    return
  }
  const { order } = await admin.get<HttpTypes.AdminOrderResponse>(`/admin/orders/${id}`, {
    fields: "total,*payment_collections.payments",
  })
  const open = order.payment_collections?.[0]?.payments?.[0]
  if (!open) throw new Error(`The order ${id} has no payment to capture.`)
  const half = Math.round(open.amount * 50) / 100
  await admin.post(`/admin/payments/${open.id}/capture`, payment === "partially-captured" ? { amount: half } : {})
  if (payment === "refunded") await admin.post(`/admin/payments/${open.id}/refund`, { amount: open.amount })
  if (payment === "partially-refunded") await admin.post(`/admin/payments/${open.id}/refund`, { amount: half })
}

/** A draft order made an order by the merchant: the way an order comes about without a payment. */
async function takeByTelephone({ admin, regions }: OrderSeeding, channel: SeededSalesChannel, order: SeededOrder) {
  const { variants } = await admin.get<HttpTypes.AdminProductVariantListResponse>("/admin/product-variants", {
    sku: order.lines.map(({ sku }) => sku),
  })
  const [firstName, ...rest] = order.name.split(" ")
  const address = {
    first_name: firstName,
    last_name: rest.join(" "),
    address_1: "Deichstraße 5",
    postal_code: "25746",
    city: "Heide",
    country_code: order.countryCode,
  }
  const { draft_order } = await admin.post<HttpTypes.AdminDraftOrderResponse>("/admin/draft-orders", {
    region_id: regions[order.countryCode],
    sales_channel_id: channel.id,
    email: order.email,
    shipping_address: address,
    billing_address: address,
    items: order.lines.map(({ sku, quantity }) => ({
      variant_id: variants.find((one) => one.sku === sku)?.id,
      quantity,
    })),
  })
  await admin.post(`/admin/draft-orders/${draft_order.id}/convert-to-order`)
}
