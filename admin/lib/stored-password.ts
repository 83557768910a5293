interface Account {
  host: string
  user: string | null
}

export const PASSWORD_STANDINGS = ["none", "kept", "lost"] as const
/** `kept`: the stored password stays when none is typed. `lost`: it belongs to another host or user. */
export type PasswordStanding = (typeof PASSWORD_STANDINGS)[number]

/** What becomes of a stored password, which goes only to the host and user it was stored for. */
export function passwordStandingOf(
  typed: Account,
  stored: (Account & { has_password: boolean }) | null,
): PasswordStanding {
  if (!stored?.has_password) return "none"
  const isSame = typed.host.trim() === stored.host && (typed.user ?? "").trim() === (stored.user ?? "")
  return isSame ? "kept" : "lost"
}
