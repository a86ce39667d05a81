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

/** Times that following took, to rest before the next: whoever asks for a page needs the same thread. */
const REST = 4
/** Milliseconds in which more gather once many came at once: most of a stream is left to the looks at everybody. */
const GATHER_MS = 1000

/**
 * One micro-batch after the other: whoever is touched while one is followed, or while it rests, comes into the next,
 * once. With more than some everybody is looked at, which takes as long whatever arrived.
 */
export function createFollowing(
  deps: FollowDeps & { readonly followData: Pick<FollowData, 'stir'>; readonly report: ReportBug },
): FollowingArrivals {
  let waiting: Touched = NOBODY
  let running: Promise<void> | undefined
  let settling = 0
  let hurry: (() => void) | undefined

  const rest = (ms: number) =>
    new Promise<void>((resume) => {
      if (settling > 0) resume()
      else {
        const timer = setTimeout(resume, ms)
        hurry = () => {
          clearTimeout(timer)
          resume()
        }
      }
    })

  const work = async () => {
    while (recordsIn(waiting) > 0) {
      const touched = waiting
      waiting = NOBODY
      const isMany = recordsIn(touched) > AT_ONCE
      const began = performance.now()
      try {
        if (isMany) deps.followData.stir()
        else await followTouched(touched, deps)
      } catch (error) {
        deps.report(error, 'arrivals')
      }
      await rest(Math.max(isMany ? GATHER_MS : 0, REST * (performance.now() - began)))
    }
    running = undefined
  }

  return {
    follow(touched) {
      if (recordsIn(touched) === 0) return
      waiting = joinTouched([waiting, touched])
      running ??= work()
    },
    async settled() {
      settling++
      hurry?.()
      while (running !== undefined) await running
      settling--
    },
  }
}

const recordsIn = ({ companies, people, customers }: Touched): number =>
  companies.length + people.length + customers.length
