/** A sleep that can be cut short. A `wake` while nobody sleeps is kept for the next sleep, so none is lost. */
export class WakeSignal {
  private pending = false
  private wakeSleeper: (() => void) | null = null

  wake(): void {
    this.pending = true
    this.wakeSleeper?.()
  }

  /** Whether `wake` was called since the last `clear`. */
  get isPending(): boolean {
    return this.pending
  }

  /** Forgets an earlier `wake`; to be called before looking for the work it announced. */
  clear(): void {
    this.pending = false
  }

  /** Resolves after `ms`, or as soon as `wake` is called. Sleeps of one signal must not overlap. */
  async sleep(ms: number): Promise<void> {
    if (this.pending) {
      return
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wakeSleeper = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.wakeSleeper = null
  }
}
