import type {
  AdminSettingsFile,
  AdminSettingsFileInput,
  AdminSettingsFileResponse,
} from "../../src/api/settings-file-types"
import { sdk } from "./sdk"

const SETTINGS_FILE = "/admin/order-mails/settings-file"

/** All settings as one file; one function a route of src/api/settings-file-types.ts. */
export const settingsFileApi = {
  retrieve: () => sdk.client.fetch<AdminSettingsFile>(SETTINGS_FILE),

  /** Compares a file with what is set, or with `apply` saves what differs. Rejects with 409 when somebody saved since. */
  send: (body: AdminSettingsFileInput) =>
    sdk.client.fetch<AdminSettingsFileResponse>(SETTINGS_FILE, { method: "POST", body }),
}
