import type { AdminDkimKey } from "../../src/api/sender-types"
import type { StateColor } from "./mail-state"

const COLORS = {
  signs: "green",
  "signs-unpublished": "red",
  waits: "orange",
  settles: "blue",
  "retired-needed": "grey",
  "retired-revocable": "grey",
} as const satisfies Record<string, StateColor>

/**
 * How a key stands; `settles`: its record was found, but not every name server may have it yet. `retired-needed`: mails on
 * their way may still need its record; `retired-revocable`: nothing does.
 */
export type DkimKeyStanding = keyof typeof COLORS
export const DKIM_KEY_STANDINGS = Object.keys(COLORS) as DkimKeyStanding[]

export function standingOf({ role, published_since, keep_until }: AdminDkimKey): DkimKeyStanding {
  switch (role) {
    case "signs":
      return published_since ? "signs" : "signs-unpublished"
    case "waits":
      return published_since ? "settles" : "waits"
    case "retired":
      return keep_until ? "retired-needed" : "retired-revocable"
  }
}

/** Whether there is a key that signs, or will. */
export const hasLiveKey = (keys: AdminDkimKey[]): boolean => keys.some(({ role }) => role !== "retired")

export const standingColor = (standing: DkimKeyStanding): StateColor => COLORS[standing]
