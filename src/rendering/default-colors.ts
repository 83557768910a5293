import type { Branding } from "./types"

/** Colours of a shop that chose none; text on every ground has a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3). */
export const DEFAULT_COLORS: Branding["colors"] = {
  background: "#f1f3f5",
  card: "#ffffff",
  text: "#1f2933",
  primary: "#1f4e79",
  buttonText: "#ffffff",
}
