import type { OrderAddress, OrderFacts } from "./order-facts"
import { SAMPLE_WORDS } from "./sample-words"

/**
 * An order of a made-up German shop, for previews, `npm run render` and tests: three lines at 19 % and 7 % tax, ten
 * per cent discount, shipping, nothing paid yet. Its amounts add up. A fresh copy a call, so callers may change it.
 *
 * @param language of the customer, who lives where it is spoken
 * @throws Error when there is no sample in this language
 */
export function sampleOrder(language = "de"): OrderFacts {
  const words = SAMPLE_WORDS[language]
  if (!words)
    throw new Error(
      `There is no sample order in the language "${language}", only in ${Object.keys(SAMPLE_WORDS).join(", ")}.`,
    )
  const { firstName, lastName, streets, titles, variants } = words
  const country = words.locale.slice(-2).toLowerCase()
  const deliveryAddress: OrderAddress = {
    first_name: firstName,
    last_name: lastName,
    company: null,
    address_1: streets[0],
    address_2: words.addition,
    postal_code: words.postalCode,
    city: words.city,
    province: null,
    country_code: country,
  }
  return {
    id: "order_01JZ8Q6T3B7W9M4N5P2R1S0V8X",
    version: 1,
    number: "1042",
    placed_at: "2026-07-31T09:24:00.000Z",
    status: "pending",
    email: "joerdis.petersen@example.com",
    locale: words.locale,
    currency_code: "eur",
    shop: { id: "sc_01JZ8Q0K5D2F4H6J8L0N1Q3S5U", name: "Nordlicht Handel" },
    customer: {
      id: "cus_01JZ8Q5A1C3E5G7J9L1N3Q5S7U",
      number: "20077",
      first_name: firstName,
      last_name: lastName,
      company: null,
    },
    billing_address: { ...deliveryAddress, company: words.company, address_1: streets[1], address_2: null },
    shipping_address: deliveryAddress,
    region: {
      id: "reg_01JZ8Q1B2C3D4E5F6G7H8J9K0L",
      name: words.region,
      locale: null,
      country_codes: language === "de" ? ["de", "at"] : [country],
    },
    items: [
      {
        id: "ordli_01JZ8Q6T3C0000000000000001",
        title: titles[0],
        variant: variants[0],
        sku: "LH-AMR-M-W",
        thumbnail: "https://nordlicht.example/static/leinenhemd-amrum.png",
        quantity: "2",
        unit_price: "59.90",
        total: "107.82",
      },
      {
        id: "ordli_01JZ8Q6T3C0000000000000002",
        title: titles[1],
        variant: null,
        sku: "KB-MEERE",
        thumbnail: null,
        quantity: "1",
        unit_price: "28.00",
        total: "25.20",
      },
      {
        id: "ordli_01JZ8Q6T3C0000000000000003",
        title: titles[2],
        variant: variants[1],
        sku: "FT-GOLD-250",
        thumbnail: "https://nordlicht.example/static/friesentee-goldblatt.png",
        quantity: "3",
        unit_price: "8.90",
        total: "24.03",
      },
    ],
    shipping: [{ name: words.shipping, total: "4.90" }],
    taxes: [
      { name: words.tax, rate_percent: "19", amount: "18.00" },
      { name: words.tax, rate_percent: "7", amount: "3.22" },
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
    captures: [],
    refunds: [],
    fulfilled_at: null,
  }
}
