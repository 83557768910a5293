import type { OrderAddress } from "../kinds/order-facts"
import { formatCountry } from "./format"
import { oneLine } from "./one-line"

/** Countries that write the postal code after the town; everyone else we know of writes it before. */
const POSTAL_CODE_LAST = new Set(["au", "ca", "gb", "ie", "in", "nz", "us"])

/** An address as it stands on a parcel, a line each, without empty lines. */
export function addressLines(address: OrderAddress, locale: string): string[] {
  const { postal_code, city, province, country_code } = address
  const town = POSTAL_CODE_LAST.has(country_code?.toLowerCase() ?? "")
    ? joined([city, province, postal_code])
    : joined([postal_code, city])
  return [
    address.company,
    joined([address.first_name, address.last_name]),
    address.address_1,
    address.address_2,
    town,
    country_code ? formatCountry(country_code, locale) : null,
  ]
    .map((line) => oneLine(line ?? ""))
    .filter((line) => line !== "")
}

function joined(parts: (string | null)[]): string {
  return parts.filter(Boolean).join(" ")
}
