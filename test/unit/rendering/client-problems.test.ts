import { describe, expect, it } from "vitest"
import { clientProblems } from "../../../bench/client-problems"
import { sampleVariants } from "../../../src/kinds/sample-mail"
import { renderMail } from "../../../src/rendering/render-mail"
import { sampleInput } from "../../../src/rendering/sample-input"
import { kindsWithLayout } from "../../../src/rendering/template-files"

/** Of an order mail of another shop system there are 236. */
const TOO_MANY = 100

const SAMPLES = kindsWithLayout().flatMap((kind) => sampleVariants(kind).map((variant) => [kind, variant] as const))

describe.each(SAMPLES)("a mail of the kind %s, %s", (kind, variant) => {
  it("uses little that mail programs do not support", async () => {
    const input = sampleInput(kind, "de", undefined, variant)
    const { html } = await renderMail({ ...input, sentOnBehalfOf: "shop@nordlicht.example", testMail: true })
    const problems = await clientProblems(html)
    expect(problems.length, summary(problems)).toBeLessThan(TOO_MANY)
  })
})

it("counts a feature once per program, in style sheets and in elements", async () => {
  const once = await clientProblems('<p style="opacity:0.5">a</p>')
  const twice = await clientProblems(
    '<style>p { opacity: 0.5; }</style><p style="opacity:0.5">a</p><p style="opacity:0.5">b</p>',
  )
  const about = (problems: typeof once) => problems.filter(({ feature }) => feature === "opacity")
  expect(about(once).map(({ client }) => client)).toContain("outlook.windows")
  expect(about(twice)).toEqual(about(once))
})

function summary(problems: { feature: string }[]): string {
  const counts = new Map<string, number>()
  for (const { feature } of problems) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return [...counts].map(([feature, count]) => `${count} ${feature}`).join(", ")
}
