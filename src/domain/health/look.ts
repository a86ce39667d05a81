import type { Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { findings } from './findings/index.ts'
import type { KnownThings } from './known.ts'
import type { Seen } from './messages.ts'
import { createScan } from './scan.ts'

/** Looks for everything in one snapshot of the data. `onProgress` throws to stop. */
export const look = (
  driver: Writer['driver'],
  { now, known, onProgress }: { now: Instant; known: KnownThings; onProgress: (done: number) => void },
): Seen =>
  driver
    .transaction((): Seen => {
      let done = 0
      const scan = createScan(driver, { now, known, onPiece: () => onProgress(done / findings.length) })
      const looked = findings.map((finding) => {
        const seen = finding.look(scan)
        done++
        return seen
      })
      return { customers: scan.customers, looked }
    })
    .deferred()
