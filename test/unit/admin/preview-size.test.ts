import { expect, it } from "vitest"
import { previewHeight } from "../../../admin/lib/preview-size"

/** Heights measured in Chromium: payment information about 3, 15 and 33 articles. */
it.each([
  [58, 1736, 2313],
  [82, 2900, 3765],
  [118, 4646, 5943],
])("has room for a mail whose text part has %i lines", (lines, desktop, phone) => {
  const text = "\n".repeat(lines - 1)
  for (const [height, measured] of [
    [previewHeight(text, "desktop"), desktop],
    [previewHeight(text, "phone"), phone],
  ] as const) {
    expect(height).toBeGreaterThanOrEqual(measured)
    expect(height).toBeLessThan(measured + 150)
  }
})
