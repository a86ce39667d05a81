import type { ReportBug } from '#kernel/bugs.ts'
import type { FollowData } from '../schedule/follow-data.ts'
import { type FollowDeps, followTouched } from './follow.ts'
import { AT_ONCE, joinTouched, NOBODY, type Touched } from './touched.ts'

/** Makes what follows the data anew, for those whom arrived data is about. */
export interface FollowingArrivals {
  follow(touched: Touched): void
  /** Done when everybody who was touched is scored. */
  settled(): Promise<void>
}

/**
 * One micro-batch after the other: whoever is touched while one is followed comes into the next, once. With more than
 * that everybody is looked at, which takes as long whatever arrived.
 */
export function createFollowing(
  deps: FollowDeps & { readonly followData: Pick<FollowData, 'stir'>; readonly report: ReportBug },
): FollowingArrivals {
  let waiting: Touched = NOBODY
  let running: Promise<void> | undefined

  const work = async () => {
    for (;;) {
      const touched = waiting
      waiting = NOBODY
      const records = touched.companies.length + touched.people.length + touched.customers.length
      if (records === 0) return
      try {
        if (records > AT_ONCE) deps.followData.stir()
        else await followTouched(touched, deps)
      } catch (error) {
        deps.report(error, 'arrivals')
      }
    }
  }

  return {
    follow(touched) {
      waiting = waiting === NOBODY ? touched : joinTouched([waiting, touched])
      running ??= work().finally(() => (running = undefined))
    },
    async settled() {
      while (running !== undefined) await running
    },
  }
}
