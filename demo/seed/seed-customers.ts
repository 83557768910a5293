import type { AdminApi } from "../parts/admin-api"

/** Customers the merchant knows; orders find them by their e-mail address. */
export const CUSTOMERS = [
  { first_name: "Anke", last_name: "Brodersen", email: "anke.brodersen@example.com", phone: "+49 40 5550101" },
  { first_name: "Mehmet", last_name: "Yıldız", email: "mehmet.yildiz@example.com" },
  { first_name: "Franziska", last_name: "Großmann", email: "franziska.grossmann@example.org" },
  { first_name: "Lukas", last_name: "Obermayr", email: "lukas.obermayr@example.net" },
  { first_name: "Café", last_name: "Kranich", email: "einkauf@cafe-kranich.example", company_name: "Café Kranich GbR" },
  { first_name: "Emily", last_name: "O'Connor", email: "emily.oconnor@example.com" },
]

export async function seedCustomers(admin: AdminApi): Promise<void> {
  for (const customer of CUSTOMERS) await admin.post("/admin/customers", customer)
}
