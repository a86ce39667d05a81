/** Looks again and again for what has become old, and makes it anew. */
export interface Schedule {
  /** Looks soon: something that it keeps was just changed. */
  wake(): void
  /** Ends it; a refresh that runs is stopped, and stores nothing. */
  stop(): Promise<void>
}

/** Data that changed is looked for so often: the look itself reads a row for each thing that is kept. */
const EVERY_MS = 60_000
/** Data that changes all the time must not keep the readers busy all the time. */
const REST = 10

/**
 * Refreshes what follows the data for as long as a server runs: at once, then again and again, and whenever it is
 * woken. One look at a time; a failed one is reported and tried again.
 */
export function scheduleRefresh({
  refresh,
  report,
  every = EVERY_MS,
  rest = REST,
}: {
  /** Makes anew what is old, and nothing else. */
  readonly refresh: (signal: AbortSignal) => Promise<unknown>
  readonly report: (error: unknown) => void
  /** Milliseconds. */
  readonly every?: number
  /** Times that a look took, to pause at least. */
  readonly rest?: number
}): Schedule {
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let looking = false
  let woken = false

  const look = async () => {
    looking = true
    woken = false
    const began = performance.now()
    try {
      await refresh(stopping.signal)
    } catch (error) {
      if (!stopping.signal.aborted) report(error)
    }
    looking = false
    if (stopping.signal.aborted) return
    again(woken ? 0 : Math.max(every, rest * (performance.now() - began)))
  }
  const again = (pause: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = look()
    }, pause)
    // The schedule alone keeps no process alive.
    timer.unref()
  }
  let running = look()
  return {
    wake() {
      woken = true
      if (!looking && !stopping.signal.aborted) again(0)
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
