import { compileLayout, type CompiledLayout } from "../src/rendering/compile-layout"
import { epcQrPng } from "../src/rendering/epc-qr"
import { fillLayout } from "../src/rendering/fill-layout"
import { sampleInput } from "../src/rendering/sample-input"
import type { RenderInput } from "../src/rendering/types"

export interface Measure {
  name: string
  value: number
  unit: string
}

const WARM_UP = 500
const FILLS = 5_000
const COMPILES = 60

/**
 * What rendering costs, the picture of the QR code left out of the first two and measured apart.
 *
 * - `fill_us`: a whole mail from order facts with the layout compiled before: view, subject, HTML and text.
 * - `compile_each_us`: the same mail with MJML and Handlebars run for it, as is usual elsewhere.
 * - `fill_ratio`: how many times faster the first is. Target: at least 100.
 * - `qr_us`: the SEPA QR code of one mail, payload and PNG.
 */
export async function benchFill(): Promise<Measure[]> {
  const input = sampleInput("payment-info", "de")
  const layout = await compileLayout(input.kind, input.branding)

  fillMany(layout, input, WARM_UP)
  const fill = await microsecondsEach(FILLS, () => fillMany(layout, input, FILLS))

  await compileMany(input, COMPILES / 4)
  const compileEach = await microsecondsEach(COMPILES, () => compileMany(input, COMPILES))

  drawMany(input, WARM_UP)
  const qr = await microsecondsEach(FILLS, () => drawMany(input, FILLS))

  return [
    { name: "fill_us", value: round(fill), unit: "us" },
    { name: "compile_each_us", value: round(compileEach), unit: "us" },
    { name: "fill_ratio", value: round(compileEach / fill), unit: "times" },
    { name: "qr_us", value: round(qr), unit: "us" },
  ]
}

function fillMany(layout: CompiledLayout, input: RenderInput, count: number): void {
  for (let each = 0; each < count; each++) {
    fillLayout(layout, withNumber(input, each), "payment-qr@order-mail")
  }
}

async function compileMany(input: RenderInput, count: number): Promise<void> {
  for (let each = 0; each < count; each++) {
    fillMany(await compileLayout(input.kind, input.branding), input, 1)
  }
}

function drawMany({ payment }: RenderInput, count: number): void {
  for (let each = 0; each < count; each++) {
    if (payment) epcQrPng({ ...payment, reference: String(each) })
  }
}

/** No two mails are the same, so nothing can be remembered from one to the next. */
function withNumber(input: RenderInput, number: number): RenderInput {
  return { ...input, facts: { ...input.facts, number: String(number) } }
}

async function microsecondsEach(count: number, run: () => void | Promise<void>): Promise<number> {
  const start = process.hrtime.bigint()
  await run()
  return Number(process.hrtime.bigint() - start) / 1_000 / count
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
