/** What humans confirmed and takes its time, worked off one after the other, each by one worker alone. */
export interface JobLine {
  /** Begins with whatever waits; safe to call at any time. */
  wake(): void
  /** The work that goes on, undefined where nothing does. */
  working(): Promise<void> | undefined
  /** Ends the job that runs if it is this one, and waits until that is recorded. Answers whether it was. */
  abort(id: string): Promise<boolean>
  /** Stops; what is not done yet waits for the next start. */
  close(): Promise<void>
}

export function createJobLine<Job extends { readonly id: string }>({
  nextWaiting,
  run,
  stopped,
  report,
  begin,
}: {
  /** The one that has waited longest. */
  readonly nextWaiting: () => Job | undefined
  readonly run: (job: Job, signal: AbortSignal) => Promise<unknown>
  /** Records that one came to nothing, so that it waits no more. */
  readonly stopped: (
    job: Job,
    how: { readonly aborted: boolean; readonly error: unknown },
  ) => Promise<unknown>
  readonly report: (error: unknown) => void
  /** What is to be done before the first. */
  readonly begin?: () => void
}): JobLine {
  let running: { readonly id: string; readonly abort: AbortController } | undefined
  let working: Promise<void> | undefined
  let closing = false

  async function workOff(): Promise<void> {
    begin?.()
    for (let job = nextWaiting(); job !== undefined && !closing; job = nextWaiting()) await runOne(job)
  }

  async function runOne(job: Job): Promise<void> {
    const abort = new AbortController()
    running = { id: job.id, abort }
    try {
      await run(job, abort.signal)
    } catch (error) {
      if (!closing) await stopped(job, { aborted: abort.signal.aborted, error })
    } finally {
      running = undefined
    }
  }

  const wake = () => {
    if (closing) return
    working ??= workOff().then(
      () => {
        working = undefined
        // One may have come while the last was ending.
        if (!closing && nextWaiting() !== undefined) wake()
      },
      (error: unknown) => {
        working = undefined
        report(error)
      },
    )
  }

  return {
    wake,
    working: () => working,
    async abort(id) {
      if (running?.id !== id) return false
      running.abort.abort()
      await working
      return true
    },
    async close() {
      closing = true
      running?.abort.abort()
      await working
    },
  }
}
