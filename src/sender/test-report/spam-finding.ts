import type { TestFinding } from "./finding"
import { askSpamd, type SpamdServer } from "./spamd-client"

/** Names of rules that are shown. */
const MAX_RULES = 20

/** From this share of spamd's threshold on, a stricter receiver may refuse the mail. */
const NEAR = 0.6

/** What spamd thinks of the message, as a score and the rules that made it. */
export async function spamFinding(server: SpamdServer, message: Buffer): Promise<TestFinding> {
  const answer = await askSpamd(server, message)
  if (answer.outcome === "unanswered") {
    const data = { server: `${server.host}:${server.port}`, problem: answer.problem }
    return { check: "spam", status: "unknown", reason: "spam-unanswered", data }
  }
  const { score, threshold, rules } = answer
  const data = { score, threshold, rules: rules.slice(0, MAX_RULES).join(", ") }
  if (score >= threshold) return { check: "spam", status: "bad", reason: "spam-score-high", data }
  if (score >= threshold * NEAR) return { check: "spam", status: "warning", reason: "spam-score-near", data }
  return { check: "spam", status: "ok", reason: "spam-score-low", data }
}
