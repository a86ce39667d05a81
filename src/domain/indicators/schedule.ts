import type { RefreshIndicators } from './refresh.ts'

/** Looks at the frozen indicators again and again, and makes anew those whose time has come. */
export interface IndicatorSchedule {
  /** Ends it; a refresh that runs is stopped, and stores nothing. */
  stop(): Promise<void>
}

/** Data that changed is looked for so often: the look itself reads a row for each frozen indicator. */
const EVERY_MS = 60_000
/** Data that changes all the time must not keep the readers busy all the time. */
const REST = 10

/**
 * Refreshes frozen indicators for as long as a server runs: at once, and then whenever their data has changed or a
 * day has passed over values that move with time. One look at a time; a failed one is reported and tried again.
 */
export function scheduleIndicators({
  refresh,
  report,
  every = EVERY_MS,
  rest = REST,
}: {
  readonly refresh: RefreshIndicators
  readonly report: (error: unknown) => void
  /** Milliseconds. */
  readonly every?: number
  /** Times that a look took, to pause at least. */
  readonly rest?: number
}): IndicatorSchedule {
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const look = async () => {
    const began = performance.now()
    try {
      await refresh({ cause: 'schedule', signal: stopping.signal })
    } catch (error) {
      if (!stopping.signal.aborted) report(error)
    }
    if (stopping.signal.aborted) return
    const pause = Math.max(every, rest * (performance.now() - began))
    timer = setTimeout(() => {
      running = look()
    }, pause)
    // The schedule alone keeps no process alive.
    timer.unref()
  }
  let running = look()
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
