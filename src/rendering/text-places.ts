import { readLayout } from "./read-layout"
import { kindsWithLayout } from "./template-files"
import { hasText } from "./texts"
import { wordingsOf } from "./wording"

const TEXT = /\{\{t (["'])([a-z0-9.-]+)\1/g
const TAG = /<(\/?)([a-z][a-z0-9-]*)[^>]*?(\/?)>/g
/** HTML's elements without an end. */
const VOID = new Set(["br", "img", "meta", "hr"])

/** Keys of the texts in a kind's mails, plural forms as one, in the order of the mail. */
export function textKeysOfKind(kind: string): string[] {
  const layouts = readLayout(kind, "mjml") + readLayout(kind, "txt.hbs")
  const keys = [...new Set([`${kind}.subject`, ...[...layouts.matchAll(TEXT)].map(([, , key = ""]) => key)])]
  const worded = wordingsOf(kind).flatMap(({ common, own }) =>
    keys
      .filter((key) => key.startsWith(common))
      .map((key) => own + key.slice(common.length))
      .filter((key) => hasText("en", key)),
  )
  // What the mail says on other occasions comes after all it says on its usual one.
  const last = keys.findLastIndex((key) => key.startsWith(`${kind}.`))
  return [...keys.slice(0, last + 1), ...worded, ...keys.slice(last + 1)]
}

/**
 * Whether a text may have markup: it does where every layout has it as a paragraph or a hint, and nowhere else (not in
 * an attribute, a heading, the title or the line that mailboxes show beside the subject).
 */
export function isRichText(name: string): boolean {
  const key = usualKey(name)
  const places = kindsWithLayout().flatMap((kind) => placesOf(key, readLayout(kind, "mjml")))
  return places.length > 0 && places.every((place) => place === "p" || (place === "div" && key.endsWith("-hint")))
}

/** The key that layouts have: `payment-info.intro` for `payment-info.changed-intro`. */
function usualKey(key: string): string {
  const wording = kindsWithLayout()
    .flatMap(wordingsOf)
    .find(({ own }) => key.startsWith(own))
  return wording ? wording.common + key.slice(wording.own.length) : key
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
