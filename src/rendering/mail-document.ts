/** What MJML hands to the function that writes the document around a mail's body (its `skeleton` option). */
export interface MailDocumentParts {
  /** The `<body>` element. */
  content: string
  title: string
  lang: string
  dir: string
  /** Width above which columns stand side by side, `480px`. */
  breakpoint: string
  /** Declarations in braces by class name, for columns side by side. */
  mediaQueries: Record<string, string>
  /** CSS of `<mj-style>`, and functions of the breakpoint that give CSS of MJML's own elements. */
  style: MailCss[]
  componentsHeadStyle: MailCss[]
  headStyle: Record<string, MailCss>
  /** Contents of `<mj-raw>` in the head. */
  headRaw: (string | null | undefined)[]
}

type MailCss = string | ((breakpoint: string) => string)

/**
 * The document around a mail's body, in place of MJML's own: without what that still does for clients that are gone
 * (Outlook.com before 2013, Outlook 2000 to 2003, Thunderbird before media queries). What it resets stands in media
 * queries and, for Outlook, in a conditional comment; a client that reads neither shows wider margins and all the text.
 */
export function mailDocument(parts: MailDocumentParts): string {
  const { content, title, lang, dir, breakpoint, mediaQueries, headRaw } = parts
  const css = [...parts.componentsHeadStyle, ...Object.values(parts.headStyle), ...parts.style]
    .map((each) => (typeof each === "string" ? each : each(breakpoint)))
    .join("\n")
  return `<!doctype html>
<html lang="${lang}" dir="${dir}" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${headRaw.filter((each) => each).join("\n")}
<title>${title}</title>
<!--[if mso]>
<noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>
<style>table, td { border-collapse: collapse; mso-table-lspace: 0; mso-table-rspace: 0; }</style>
<![endif]-->
<style>
@media screen {
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
td { overflow-wrap: anywhere; }
}
${columnCss(mediaQueries, breakpoint)}${css}
</style>
</head>
${inMainLandmark(content)}
</html>
`
}

/** Screen readers jump to the main part of a page, which is what a mail opened alone is (WCAG technique ARIA11). */
function inMainLandmark(body: string): string {
  return body.replace(/<body[^>]*>/, '$&\n<div role="main">').replace("</body>", "</div>\n</body>")
}

function columnCss(mediaQueries: Record<string, string>, breakpoint: string): string {
  const rules = Object.entries(mediaQueries).map(([name, declarations]) => `.${name} ${declarations}`)
  return rules.length === 0 ? "" : `@media only screen and (min-width:${breakpoint}) {\n${rules.join("\n")}\n}\n`
}
