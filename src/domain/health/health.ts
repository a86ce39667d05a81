import type { Clock } from '#kernel/clock.ts'
import { toIso, toMinute } from '#kernel/clock.ts'
import { progressUnder } from '#kernel/progress.ts'
import { SOURCES } from '#db/schema.ts'
import { readVersions } from '../members/read-versions.ts'
import { versionKey } from '../members/versions.ts'
import { findings } from './findings/index.ts'
import type { HealthThread } from './health-thread.ts'
import { judge } from './judge.ts'
import { type KnownDeps, knownThings } from './known-things.ts'
import type { HealthReport } from './shown.ts'

interface Options {
  readonly signal?: AbortSignal
  /** 0 to 1. */
  onProgress?(done: number): void
}

/** How good the data is, and what to do about what is not. */
export interface Health {
  /** As of now; kept until the data or the day is another. Throws LimitError once everybody who waits has left. */
  report(options?: Options): Promise<HealthReport>
}

/** One look that runs, and those who wait for it. */
interface Running {
  readonly key: string
  readonly report: Promise<HealthReport>
  readonly listeners: Set<(done: number) => void>
  readonly stop: AbortController
  waiting: number
}

/** Counting the segments comes first. */
const COUNTING = 0.2

export function createHealth(
  deps: KnownDeps & { readonly clock: Clock; readonly thread: HealthThread },
): Health {
  let kept: { readonly key: string; readonly report: HealthReport } | undefined
  let running: Running | undefined

  function start(key: string): Running {
    const stop = new AbortController()
    const listeners = new Set<(done: number) => void>()
    const onProgress = (done: number) => listeners.forEach((listen) => listen(done))
    const report = lookNow(deps, stop.signal, onProgress)
    const started: Running = { key, report, listeners, stop, waiting: 0 }
    report
      .then((made) => void (kept = { key, report: made }))
      .catch(() => {})
      .finally(() => {
        if (running === started) running = undefined
      })
    return started
  }

  return {
    async report({ signal, onProgress = progressUnder(signal, 'Looking at the data') } = {}) {
      const key = `${versionKey(readVersions(deps.reader), SOURCES)} ${toIso(deps.clock.now()).slice(0, 10)}`
      if (kept?.key === key) return kept.report
      // One that nobody waited for any more is about to end without a report.
      if (running?.key !== key || running.stop.signal.aborted) running = start(key)
      const joined = running
      joined.waiting++
      if (onProgress) joined.listeners.add(onProgress)
      let left = false
      const leave = () => {
        if (left) return
        left = true
        joined.waiting--
        if (onProgress) joined.listeners.delete(onProgress)
        if (joined.waiting === 0) joined.stop.abort()
      }
      signal?.addEventListener('abort', leave, { once: true })
      if (signal?.aborted === true) leave()
      try {
        return await joined.report
      } finally {
        signal?.removeEventListener('abort', leave)
      }
    },
  }
}

async function lookNow(
  deps: KnownDeps & { readonly clock: Clock; readonly thread: HealthThread },
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<HealthReport> {
  const began = performance.now()
  const now = toMinute(deps.clock.now())
  const known = await knownThings(deps, { asOf: now, signal })
  onProgress(COUNTING)
  const seen = await deps.thread(
    { now, known },
    { signal, onProgress: (done) => onProgress(COUNTING + (1 - COUNTING) * done) },
  )
  return {
    asOf: toIso(now),
    customers: seen.customers,
    ...judge(findings.map((finding, at) => ({ finding, looked: seen.looked[at] ?? null }))),
    seconds: Math.round(performance.now() - began) / 1000,
  }
}
