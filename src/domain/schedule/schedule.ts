/** Looks again and again for what has become old, and makes it anew. */
export interface Schedule {
  /** Looks soon: something that it keeps was just changed. */
  wake(): void
  /** Looks before long: data came. Rests as after any look, since a stream of data would have it look all the time. */
  stir(): void
  /** Ends it; a refresh that runs is stopped, and stores nothing. */
  stop(): Promise<void>
}

/** Data that changed is looked for so often: the look itself reads a row for each thing that is kept. */
const EVERY_MS = 60_000
/** Data that changes all the time must not keep the readers busy all the time. */
const REST = 10
/** What a stream brings is looked for so soon, where looking is quick. */
const SOON_MS = 2000

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
  let stirred = false
  /** When the next look may be for a stream of data, by the clock of the process. */
  let rested = 0

  const look = async () => {
    looking = true
    woken = false
    stirred = false
    const began = performance.now()
    try {
      await refresh(stopping.signal)
    } catch (error) {
      if (!stopping.signal.aborted) report(error)
    }
    looking = false
    if (stopping.signal.aborted) return
    const pause = rest * (performance.now() - began)
    rested = performance.now() + pause
    if (woken) again(0)
    else again(stirred ? Math.max(SOON_MS, pause) : Math.max(every, pause))
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
    stir() {
      const first = !stirred
      stirred = true
      if (first && !looking && !stopping.signal.aborted) again(Math.max(SOON_MS, rested - performance.now()))
    },
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}
