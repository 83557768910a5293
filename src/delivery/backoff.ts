export interface BackoffRange {
  initialMs: number
  maxMs: number
}

/** Doubling waits between tries of something that fails, up to a limit, each up to a fifth shorter at random. */
export class Backoff {
  private failures = 0

  constructor(
    private readonly range: BackoffRange,
    private readonly random: () => number = Math.random,
  ) {}

  /** The wait after one more failure, in milliseconds. */
  next(): number {
    const wait = Math.min(this.range.initialMs * 2 ** this.failures, this.range.maxMs)
    this.failures += 1
    return wait * (1 - 0.2 * this.random())
  }

  reset(): void {
    this.failures = 0
  }
}
