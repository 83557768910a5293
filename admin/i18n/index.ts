import de from "./json/de.json" with { type: "json" }
import en from "./json/en.json" with { type: "json" }

/** The plugin's texts, in a namespace of their own, so that they can never overwrite the dashboard's. */
export default { de: { orderMail: de }, en: { orderMail: en } }
