/** RFC 2397. @param base64 the picture's bytes */
export function dataAddress(contentType: string, base64: string): string {
  return `data:${contentType};base64,${base64}`
}

/**
 * A mail's HTML with other addresses in place of those of the pictures it carries (RFC 2392), for frames that cannot ask
 * for `cid:` ones.
 * @param pictures content ids without angle brackets
 */
export function withPictures(html: string, pictures: readonly { cid: string; address: string }[]): string {
  return pictures.reduce((shown, { cid, address }) => shown.replaceAll(`cid:${cid}`, address), html)
}
