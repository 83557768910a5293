import { readLayout } from "./read-layout"
import { kindsWithLayout } from "./template-files"

const TEXT = /\{\{t (["'])([a-z0-9.-]+)\1/g
const TAG = /<(\/?)([a-z][a-z0-9-]*)[^>]*?(\/?)>/g
/** HTML's elements without an end. */
const VOID = new Set(["br", "img", "meta", "hr"])

/** Keys of the texts in a kind's mails, plural forms as one, in the order of the mail. */
export function textKeysOfKind(kind: string): string[] {
  const layouts = readLayout(kind, "mjml") + readLayout(kind, "txt.hbs")
  return [...new Set([`${kind}.subject`, ...[...layouts.matchAll(TEXT)].map(([, , key = ""]) => key)])]
}

/** Whether a kind's mails say how to pay, and so have an amount due, a date and a reference. */
export function kindStatesPayment(kind: string): boolean {
  return readLayout(kind, "mjml").includes("{{payment.")
}

/**
 * Whether a text may have markup: it does where every layout has it as a paragraph or a hint, and nowhere else (not in
 * an attribute, a heading, the title or the line that mailboxes show beside the subject).
 */
export function isRichText(key: string): boolean {
  const places = kindsWithLayout().flatMap((kind) => placesOf(key, readLayout(kind, "mjml")))
  return places.length > 0 && places.every((place) => place === "p" || (place === "div" && key.endsWith("-hint")))
}

/** The elements a text stands in, `attribute` where it is part of a tag. */
function placesOf(key: string, layout: string): string[] {
  return [...layout.matchAll(TEXT)]
    .filter((match) => match[2] === key)
    .map(({ index }) => {
      const before = layout.slice(0, index)
      return before.lastIndexOf("<") > before.lastIndexOf(">") ? "attribute" : innermostElement(before)
    })
}

function innermostElement(html: string): string {
  const open: string[] = []
  for (const [, slash, name = "", selfClosing] of html.matchAll(TAG)) {
    if (slash) open.splice(open.lastIndexOf(name))
    else if (!selfClosing && !VOID.has(name)) open.push(name)
  }
  return open.at(-1) ?? ""
}
