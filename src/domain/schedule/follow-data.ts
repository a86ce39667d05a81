import type { ReportBug } from '#kernel/bugs.ts'
import type { RefreshIndicators } from '../indicators/refresh.ts'
import type { Refresh } from '../segments/refresh.ts'
import { type Schedule, scheduleRefresh } from './schedule.ts'

/** Keeps what follows the data up to date, for as long as a server runs. */
export interface FollowData {
  start(): void
  /** Something was changed: what it touches is made anew soon. */
  readonly wake: Schedule['wake']
  readonly stop: Schedule['stop']
}

/** Frozen indicators first, since segments may ask for them; then the segments whose data changed. */
export function createFollowData({
  refreshIndicators,
  refresh,
  report,
}: {
  readonly refreshIndicators: RefreshIndicators
  readonly refresh: Refresh
  readonly report: ReportBug
}): FollowData {
  let schedule: Schedule | undefined
  return {
    start() {
      schedule ??= scheduleRefresh({
        async refresh(signal) {
          await refreshIndicators({ cause: 'schedule', signal })
          await refresh.due({ signal })
        },
        report: (error) => void report(error, 'schedule'),
      })
    },
    wake: () => schedule?.wake(),
    async stop() {
      await schedule?.stop()
      schedule = undefined
    },
  }
}
