const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#x60": "`",
  "#x3D": "=",
  nbsp: " ",
}

/** What a reader sees of an HTML part: text without tags, entities decoded, runs of ordinary blanks as one. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>|<!--[\s\S]*?-->|<[^>]*>/g, " ")
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/[ \n\r\t]+/g, " ")
}

/** The tags of an HTML part in order, with their attributes' names and without their values. */
export function skeletonOfHtml(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'))
}
