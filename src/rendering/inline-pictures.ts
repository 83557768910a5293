/**
 * A mail's HTML with the pictures it carries (RFC 2392) standing in it as `data:` addresses (RFC 2397), for frames and
 * browsers that cannot ask for `cid:` ones.
 * @param pictures content ids without angle brackets
 */
export function withPictures(
  html: string,
  pictures: readonly { cid: string; contentType: string; base64: string }[],
): string {
  return pictures.reduce(
    (shown, { cid, contentType, base64 }) => shown.replaceAll(`"cid:${cid}"`, `"data:${contentType};base64,${base64}"`),
    html,
  )
}
