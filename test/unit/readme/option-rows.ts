import { z } from "@medusajs/framework/zod"
import { optionsSchema } from "../../../src/modules/order-mail/options"

/** What of JSON Schema is read here. */
interface Schema {
  description?: string
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
}

/** The README's table of options, a line each, as the schema tells it: name with its path, default, sentence. */
export function optionRows(): string[] {
  return rowsOf(z.toJSONSchema(optionsSchema, { io: "input", unrepresentable: "any" }) as Schema, "")
}

/** `group` names the optional group the options stand in: they are required only where it is used. */
function rowsOf({ properties = {}, required = [] }: Schema, prefix: string, group?: string): string[] {
  return Object.entries(properties).flatMap(([name, option]) => {
    const path = `${prefix}${name}`
    const isRequired = required.includes(name)
    const own = option.description ? [row(path, standard(option, isRequired, group), option.description)] : []
    return [...own, ...rowsOf(option, `${path}.`, isRequired ? group : path)]
  })
}

function row(path: string, standard: string, sentence: string): string {
  return `| \`${path}\` | ${standard} | ${sentence.replaceAll("|", "\\|")} |`
}

function standard(option: Schema, required: boolean, group?: string): string {
  if (option.default !== undefined && option.default !== null) return `\`${JSON.stringify(option.default)}\``
  if (!required) return "none"
  return group ? `required in \`${group}\`` : "**required**"
}
