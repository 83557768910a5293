import type { AdminHeaderImageResponse } from "../../src/api/settings-types"
import { sdk } from "./sdk"

/** Rejects with the SDK's `FetchError`, whose message begins with `file: ` when the file cannot be taken. */
export const brandingApi = {
  uploadHeaderImage: (file: File) => {
    const body = new FormData()
    body.append("file", file)
    return sdk.client.fetch<AdminHeaderImageResponse>("/admin/order-mails/branding/header-image", {
      method: "POST",
      // The browser writes it, with the boundary between the form's parts.
      headers: { "content-type": null },
      body,
    })
  },
}
