/** Of the EU, the United Kingdom and Norway, with two digits at least; and the Swiss UID with its supplement. */
const VAT_ID = /^(?:[A-Z]{2}(?=(?:\D*\d){2})[0-9A-Z+*]{5,13}|CHE\d{9}(?:MWST|TVA|IVA)?)$/i

/** Whether a text is a VAT id and nothing else; blanks, dots and hyphens in it are as one likes. */
export const isVatId = (typed: string): boolean => VAT_ID.test(typed.replace(/[\s.-]/g, ""))
