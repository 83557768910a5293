import Handlebars from "handlebars"
import { describe, expect, it } from "vitest"
import { BUILT_IN_KINDS } from "../../../src/kinds/registry"
import { kindsWithLayout } from "../../../src/rendering/template-files"
import { ExpressionVisitor, parsedLayouts } from "./template-expressions"

describe.each(parsedLayouts())("the layout $name", ({ program }) => {
  it("escapes every value and uses only the helpers it may", () => {
    const visitor = new ExpressionVisitor()
    visitor.accept(program)
    expect(visitor.forbidden).toEqual([])
  })
})

it("every built-in kind has a layout", () => {
  expect(kindsWithLayout()).toEqual(BUILT_IN_KINDS.map((kind) => kind.id).sort())
})

it.each([
  "{{{title}}}",
  "{{&title}}",
  "{{#if a}}{{#each b}}{{{c}}}{{/each}}{{/if}}",
  "{{> partial}}",
  "{{lookup a b}}",
  "{{log a}}",
  "{{t key}}",
  "{{* decorator}}",
])("the check above finds %s", (template) => {
  const visitor = new ExpressionVisitor()
  visitor.accept(Handlebars.parse(template))
  expect(visitor.forbidden).toHaveLength(1)
})
