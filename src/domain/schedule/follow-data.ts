import type { ReportBug } from '#kernel/bugs.ts'
import type { RefreshAudiences } from '../audiences/refresh.ts'
import type { RefreshIndicators } from '../indicators/refresh.ts'
import type { RefreshDrift } from '../profiles/living/refresh-drift.ts'
import type { RefreshScores } from '../profiles/scoring/refresh.ts'
import type { RoutingJobs } from '../routing/jobs.ts'
import type { Refresh } from '../segments/refresh.ts'
import { type Schedule, scheduleRefresh } from './schedule.ts'

/** Keeps what follows the data up to date, for as long as a server runs. */
export interface FollowData {
  start(): void
  /** Something was changed: what it touches is made anew soon; without a server, the scores are. */
  readonly wake: Schedule['wake']
  /** Data came for many: they are looked at before long, at a pace that leaves room for others. */
  readonly stir: Schedule['stir']
  readonly stop: Schedule['stop']
}

/**
 * Frozen indicators first, since profiles and segments may ask for them; then the scores, whoever is handed on by them,
 * and the segments and audiences whose data changed. What fails is reported, and the rest goes on.
 */
export function createFollowData({
  refreshIndicators,
  refreshScores,
  refreshDrift,
  refresh,
  refreshAudiences,
  routingJobs,
  report,
}: {
  readonly refreshIndicators: RefreshIndicators
  readonly refreshScores: RefreshScores
  readonly refreshDrift: RefreshDrift
  readonly refresh: Refresh
  readonly refreshAudiences: RefreshAudiences
  readonly routingJobs: Pick<RoutingJobs, 'due' | 'wake'>
  readonly report: ReportBug
}): FollowData {
  let schedule: Schedule | undefined
  let stopping = new AbortController()
  let alone: Promise<void> = Promise.resolve()

  const tried = async (work: Promise<unknown>, signal: AbortSignal) => {
    try {
      await work
    } catch (error) {
      if (!signal.aborted) report(error, 'schedule')
    }
  }
  return {
    start() {
      schedule ??= scheduleRefresh({
        async refresh(signal) {
          await tried(refreshIndicators({ cause: 'schedule', signal }), signal)
          await tried(refreshScores.due({ signal }), signal)
          await tried(routingJobs.due({ signal }), signal)
          // What was handed on, and what is due again, is sent beside it: a slow receiver keeps nobody waiting.
          routingJobs.wake()
          await tried(refresh.due({ signal }), signal)
          await tried(refreshAudiences.due({ signal }), signal)
          await tried(refreshDrift.due({ signal }), signal)
        },
        report: (error) => void report(error, 'schedule'),
      })
    },
    wake() {
      if (schedule !== undefined) schedule.wake()
      // What a segment counts was counted when it was confirmed; a profile’s scores never were.
      else {
        const { signal } = stopping
        alone = tried(refreshScores.due({ signal }), signal)
      }
    },
    stir: () => schedule?.stir(),
    async stop() {
      stopping.abort()
      await alone
      await schedule?.stop()
      schedule = undefined
      stopping = new AbortController()
    },
  }
}
