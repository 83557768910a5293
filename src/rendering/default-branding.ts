import { DEFAULT_COLORS } from "./default-colors"
import type { Branding } from "./types"

/** The look of mails of a shop that chose nothing. */
export const DEFAULT_BRANDING: Omit<Branding, "shopName" | "shopUrl"> = {
  headerImage: null,
  logoWidth: 180,
  colors: DEFAULT_COLORS,
  font: "system",
  cornerRadius: 6,
  legal: { company: null, address: null, register: null, vatId: null },
  footerLines: [],
}
