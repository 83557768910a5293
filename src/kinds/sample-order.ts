import type { OrderAddress, OrderFacts } from "./order-facts"

const deliveryAddress: OrderAddress = {
  first_name: "Jördis",
  last_name: "Petersen",
  company: null,
  address_1: "Fährstraße 12",
  address_2: "Hinterhaus",
  postal_code: "24939",
  city: "Flensburg",
  province: null,
  country_code: "de",
}

/**
 * An order of a made-up German shop, for previews, `npm run render` and tests: three lines at 19 % and 7 % tax, ten
 * per cent discount, shipping, nothing paid yet. Its amounts add up. A fresh copy a call, so callers may change it.
 */
export function sampleOrder(): OrderFacts {
  return structuredClone({
    id: "order_01JZ8Q6T3B7W9M4N5P2R1S0V8X",
    number: "1042",
    placed_at: "2026-07-31T09:24:00.000Z",
    status: "pending",
    email: "joerdis.petersen@example.com",
    locale: "de-DE",
    currency_code: "eur",
    shop: { id: "sc_01JZ8Q0K5D2F4H6J8L0N1Q3S5U", name: "Nordlicht Handel" },
    customer: {
      id: "cus_01JZ8Q5A1C3E5G7J9L1N3Q5S7U",
      first_name: "Jördis",
      last_name: "Petersen",
      company: null,
    },
    billing_address: { ...deliveryAddress, company: "Segelmacherei Petersen", address_1: "Am Kai 3", address_2: null },
    shipping_address: deliveryAddress,
    region: {
      id: "reg_01JZ8Q1B2C3D4E5F6G7H8J9K0L",
      name: "Deutschland und Österreich",
      locale: null,
      country_codes: ["de", "at"],
    },
    items: [
      {
        id: "ordli_01JZ8Q6T3C0000000000000001",
        title: "Leinenhemd Amrum",
        variant: "M / Weiß",
        sku: "LH-AMR-M-W",
        thumbnail: "https://nordlicht.example/static/leinenhemd-amrum.png",
        quantity: "2",
        unit_price: "59.90",
        total: "107.82",
      },
      {
        id: "ordli_01JZ8Q6T3C0000000000000002",
        title: "Kochbuch „Küche zwischen den Meeren“",
        variant: null,
        sku: "KB-MEERE",
        thumbnail: null,
        quantity: "1",
        unit_price: "28.00",
        total: "25.20",
      },
      {
        id: "ordli_01JZ8Q6T3C0000000000000003",
        title: "Friesentee Goldblatt",
        variant: "250 g",
        sku: "FT-GOLD-250",
        thumbnail: "https://nordlicht.example/static/friesentee-goldblatt.png",
        quantity: "3",
        unit_price: "8.90",
        total: "24.03",
      },
    ],
    shipping: [{ name: "Standardversand", total: "4.90" }],
    taxes: [
      { name: "MwSt.", rate_percent: "19", amount: "18.00" },
      { name: "MwSt.", rate_percent: "7", amount: "3.22" },
    ],
    totals: {
      items: "157.05",
      shipping: "4.90",
      discount: "17.45",
      tax: "21.22",
      credit: "0",
      total: "161.95",
      paid: "0",
      refunded: "0",
      open: "161.95",
    },
    payment_provider_ids: ["pp_system_default"],
  })
}
