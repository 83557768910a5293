import Handlebars from "handlebars"
import { readLayout } from "../../../src/rendering/read-layout"
import { kindsWithLayout } from "../../../src/rendering/template-files"

/** A layout as Handlebars sees it: partials and colours are in place before, so neither may be left to it. */
export interface LayoutSource {
  name: string
  program: hbs.AST.Program
}

/** Every layout of every kind, parsed. Colours are still placeholders here; they read as plain paths. */
export function parsedLayouts(): LayoutSource[] {
  return kindsWithLayout().flatMap((kind) =>
    (["mjml", "txt.hbs"] as const).map((extension) => ({
      name: `${kind}.${extension}`,
      program: Handlebars.parse(readLayout(kind, extension)),
    })),
  )
}

/** Visits everything a template does; text between expressions is left out. */
export class ExpressionVisitor extends Handlebars.Visitor {
  /** What no template of ours may contain, each with its line. */
  readonly forbidden: string[] = []
  /** Text keys asked for with `{{t "key"}}`. */
  readonly textKeys: string[] = []
  private readonly helpers = new Set(["if", "unless", "each", "t"])

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) this.forbid("an expression that is not escaped", statement)
    this.checkHelper(statement.path, statement.params, statement)
    super.MustacheStatement(statement)
  }

  override BlockStatement(statement: hbs.AST.BlockStatement): void {
    this.checkHelper(statement.path, statement.params, statement)
    super.BlockStatement(statement)
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.checkHelper(expression.path, expression.params, expression)
    super.SubExpression(expression)
  }

  override PartialStatement(statement: hbs.AST.PartialStatement): void {
    this.forbid("a partial that was not pasted", statement)
  }

  override PartialBlockStatement(statement: hbs.AST.PartialBlockStatement): void {
    this.forbid("a partial block", statement)
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    this.forbid("a decorator block", block)
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.forbid("a decorator", decorator)
  }

  private checkHelper(
    path: hbs.AST.Expression | hbs.AST.Literal,
    params: hbs.AST.Expression[],
    node: hbs.AST.Node,
  ): void {
    if (params.length === 0) return
    const name = path.type === "PathExpression" ? (path as hbs.AST.PathExpression).original : path.type
    if (!this.helpers.has(name)) this.forbid(`the helper "${name}"`, node)
    if (name !== "t") return
    const [key] = params
    if (key?.type === "StringLiteral") this.textKeys.push((key as hbs.AST.StringLiteral).value)
    else this.forbid("a text key that is not written out", node)
  }

  private forbid(what: string, node: hbs.AST.Node): void {
    this.forbidden.push(`${what} in line ${node.loc.start.line}`)
  }
}
