/** EPC217-08: letters that Unicode does not take apart, and signs that stand for one of the permitted. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "TH",
  ł: "l",
  Ł: "L",
  ı: "i",
  "&": "+",
  "*": ".",
  _: "-",
  "–": "-",
  "—": "-",
  "‐": "-",
  "‑": "-",
  "’": "'",
  "‘": "'",
  "\\": "/",
  "[": "(",
  "]": ")",
  "{": "(",
  "}": ")",
  ";": ",",
}

/**
 * A text in the characters every bank in SEPA passes on: a to z, A to Z, 0 to 9, blank and / - ? : ( ) . , ' + (EPC217-08).
 * Others are written with these, as "ü" becomes "ue", or left out. As the rulebook has it for references, no slash
 * begins or ends it, and no two follow each other.
 */
export function sepaText(text: string): string {
  return [...text.normalize("NFC")]
    .map((character) => REPLACEMENTS[character] ?? character.normalize("NFKD").replace(/\p{M}/gu, ""))
    .join("")
    .replace(/\s+/g, " ")
    .replace(/[^A-Za-z0-9 /\-?:().,'+]/g, "")
    .replace(/ {2,}/g, " ")
    .replace(/\/{2,}/g, "/")
    .replace(/^[ /]+|[ /]+$/g, "")
}
