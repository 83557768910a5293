import { CreateOrderMail1763740800000 } from "./1763740800000-create-order-mail"
import { CreateOrderMailDomain1763827200000 } from "./1763827200000-create-order-mail-domain"
import { CreateOrderMailShop1763913600000 } from "./1763913600000-create-order-mail-shop"
import { CreateOrderMailNotice1764000000000 } from "./1764000000000-create-order-mail-notice"
import { CreateOrderMailDunning1764086400000 } from "./1764086400000-create-order-mail-dunning"

/** All migrations, oldest first. A new one is added here and never changed once released. */
export const migrations = [
  CreateOrderMail1763740800000,
  CreateOrderMailDomain1763827200000,
  CreateOrderMailShop1763913600000,
  CreateOrderMailNotice1764000000000,
  CreateOrderMailDunning1764086400000,
]
