import type { AdminDkimKey } from "../../src/api/sender-types"
import type { StateColor } from "./mail-state"

const COLORS = {
  signs: "green",
  "signs-unpublished": "red",
  waits: "orange",
  settles: "blue",
} as const satisfies Record<string, StateColor>

/** How a key stands; `settles`: its record was found, but not every name server may have it yet. */
export type DkimKeyStanding = keyof typeof COLORS
export const DKIM_KEY_STANDINGS = Object.keys(COLORS) as DkimKeyStanding[]

export function standingOf({ role, published_since }: AdminDkimKey): DkimKeyStanding {
  if (role === "signs") return published_since ? "signs" : "signs-unpublished"
  return published_since ? "settles" : "waits"
}

export const standingColor = (standing: DkimKeyStanding): StateColor => COLORS[standing]
