/**
 * Asks `probe` again and again until it gives something other than undefined, null or false, and returns that.
 *
 * @param what what is waited for, for the error message; a function where the message shall say what was seen last
 * @param timeoutMs in milliseconds
 * @throws Error when the time is up, with the last error of `probe` as its cause; what `probe` throws while there is
 *   time left counts as "not yet". An error marked by {@link GiveUp} ends the wait at once.
 */
export async function waitFor<T>(
  what: string | (() => string),
  probe: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { timeoutMs = 30_000, everyMs = 100 }: { timeoutMs?: number; everyMs?: number } = {},
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  let lastError: unknown
  for (;;) {
    try {
      const value = await probe()
      if (value !== undefined && value !== null && value !== false) return value
    } catch (error) {
      if (error instanceof GiveUp) throw error
      lastError = error
    }
    if (Date.now() >= deadline) {
      const reason = lastError instanceof Error ? ` Last error: ${lastError.message}` : ""
      throw new Error(
        `Waited ${timeoutMs / 1000} s in vain for ${typeof what === "string" ? what : what()}.${reason}`,
        { cause: lastError },
      )
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** Thrown inside a probe of {@link waitFor} when waiting longer cannot help. */
export class GiveUp extends Error {}
