/** SIX Implementation Guidelines for the QR-bill 2.3: Basic Latin, Latin-1, Latin Extended-A, Ș ș Ț ț and €. */
const PERMITTED = /^[\x20-\x7e\u00a0-\u017f\u0218-\u021b\u20ac]*$/

/** Whether all characters of a text may stand in a Swiss QR-bill. */
export function isSwissText(text: string): boolean {
  return PERMITTED.test(text)
}
