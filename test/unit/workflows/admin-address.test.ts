import { describe, expect, it } from "vitest"
import { adminAddress } from "../../../src/workflows/admin-address"

describe("addresses of the admin's pages", () => {
  it("are made of the admin's own address", () => {
    const address = adminAddress({ backendUrl: "https://shop.example/", path: "/app" })
    expect(address.order("order_1")).toBe("https://shop.example/app/orders/order_1")
    expect(address.settings(null)).toBe("https://shop.example/app/settings/order-mails")
    expect(address.settings("sc_1")).toBe("https://shop.example/app/settings/order-mails?shop_id=sc_1")
  })

  it("know where the admin stands within it", () => {
    const address = adminAddress({ backendUrl: "http://localhost:9000/medusa", path: "/dashboard/" })
    expect(address.order("order_1")).toBe("http://localhost:9000/medusa/dashboard/orders/order_1")
  })

  it.each([undefined, "/", "shop.example", "javascript:alert(1)//http://", "ftp://shop.example"])(
    "are unknown where Medusa's configuration says %j",
    (backendUrl) => {
      const address = adminAddress(backendUrl === undefined ? undefined : { backendUrl, path: "/app" })
      expect(address.order("order_1")).toBeNull()
      expect(address.settings(null)).toBeNull()
    },
  )
})
