import type { Backoff } from "./backoff"
import type { Outcome } from "./types"

export interface GroupCommitOptions {
  /** Writes outcomes and returns the ids of the mails they were applied to. */
  record: (outcomes: Outcome[]) => Promise<string[]>
  /** The outcomes are settled: written, or not applied because a newer claim holds the mail. */
  onSettled: (outcomes: Outcome[], applied: Outcome[]) => void
  onError: (error: unknown) => void
  backoff: Backoff
}

/**
 * Records outcomes in groups: whatever came in while the last group was being written goes into the next, so the
 * number of commits follows the speed of the database and not the number of mails.
 *
 * An outcome is kept until it is written, however long the database is away. That is safe however late it is, because
 * its token decides whether it still counts, and a late "sent" is what keeps a mail from being sent twice. After a
 * failure the group is halved and its first part goes to the end of the line, so that one outcome the database will
 * not take does not keep the others waiting.
 */
export class GroupCommit {
  private waiting: Outcome[] = []
  private largestGroup = Infinity
  private writing = false

  constructor(private readonly options: GroupCommitOptions) {}

  add(outcomes: Outcome[]): void {
    this.waiting.push(...outcomes)
    if (!this.writing) {
      this.writing = true
      void this.writeAll()
    }
  }

  private async writeAll(): Promise<void> {
    // Mails that finish in the same turn of the event loop belong into the first group, too.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.waiting.length > 0) {
      await this.writeGroup()
    }
    this.writing = false
  }

  private async writeGroup(): Promise<void> {
    const { record, onSettled, onError, backoff } = this.options
    const group = this.waiting.splice(0, Math.min(this.waiting.length, this.largestGroup))
    try {
      const appliedIds = new Set(await record(group))
      this.largestGroup = Infinity
      backoff.reset()
      onSettled(
        group,
        group.filter((outcome) => appliedIds.has(outcome.mailId)),
      )
    } catch (error) {
      this.waiting.push(...group)
      this.largestGroup = Math.max(1, Math.floor(group.length / 2))
      onError(error)
      // Unreferenced: a process that has nothing else left to do need not wait for a database that may never return.
      await new Promise((resolve) => setTimeout(resolve, backoff.next()).unref())
    }
  }
}
