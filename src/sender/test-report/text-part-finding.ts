import type { TestFinding } from "./finding"
import type { InspectedMessage } from "./inspect-message"

/** Whether the mail can be read without HTML, by people and by filters that compare both parts. */
export function textPartFinding({ text }: InspectedMessage): TestFinding {
  const finding = { check: "text-part" as const, data: {} }
  if (text === null) return { ...finding, status: "bad", reason: "text-part-missing" }
  if (text.trim() === "") return { ...finding, status: "bad", reason: "text-part-empty" }
  return { ...finding, status: "ok", reason: "text-part-present" }
}
