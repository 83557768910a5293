import { readFile } from "node:fs/promises"
import type { OrderFacts } from "../../../src/kinds/order-facts"
import { sampleOrder } from "../../../src/kinds/sample-order"
import { ArgumentError } from "./arguments"

/** May be null in an order; every other group of fields is always there. */
const OPTIONAL_GROUPS: readonly string[] = ["billing_address", "shipping_address", "region"]

/**
 * Reads the facts of an order from a JSON file in the form of src/kinds/order-facts.ts.
 *
 * @throws ArgumentError that names `--order`, the file and every field it lacks
 */
export async function readOrderFile(path: string): Promise<OrderFacts> {
  const order = parseJson(await readText(path), path)
  const missing = missingFields(sampleOrder(), order, "")
  if (missing.length > 0) {
    throw new ArgumentError(`--order: ${path} holds no complete order: it lacks ${missing.join(", ")}.`)
  }
  return order as OrderFacts
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8")
  } catch (error) {
    throw new ArgumentError(`--order: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"}).`)
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ArgumentError(`--order: ${path} holds no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Paths of what `wanted` has and `given` has not, in lists of every entry. */
function missingFields(wanted: unknown, given: unknown, path: string): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(given)) return [`${path} as a list`]
    return given.flatMap((entry, index) => missingFields(wanted[0], entry, `${path}[${index}]`))
  }
  if (typeof wanted !== "object" || wanted === null) return given === undefined ? [path] : []
  if (given === null && OPTIONAL_GROUPS.includes(path)) return []
  if (typeof given !== "object" || given === null) return [path === "" ? "everything: it is no JSON object" : path]
  return Object.entries(wanted).flatMap(([field, value]) =>
    missingFields(value, (given as Record<string, unknown>)[field], path === "" ? field : `${path}.${field}`),
  )
}
