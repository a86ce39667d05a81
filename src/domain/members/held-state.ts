import type { Source } from '#db/schema.ts'
import type { Writer } from '#db/run.ts'
import type { DataVersions } from './members.ts'
import { sameVersions, VERSIONS_SQL, versionsOf } from './versions.ts'

/** Milliseconds without a task after which a state is let go: what the writer adds can be carried over only then. */
const UNUSED_MS = 50
/** Milliseconds after which it is let go in any case, lest the writer’s journal grow without end. */
const LONGEST_MS = 10_000

/** The state of the data that a thread reads at. */
export interface HeldState {
  /**
   * Is what is read from now on at these versions? The state that the last task read at is looked at first, then the
   * newest: while data streams in, what was begun at one state is finished at it.
   */
  isAt(at: DataVersions, sources: readonly Source[]): boolean
}

/** In a transaction that stays open from task to task. */
export function heldState(driver: Writer['driver']): HeldState {
  const versions = driver.prepare<[], { source: Source; version: number }>(VERSIONS_SQL)
  const begin = driver.prepare<[]>('BEGIN')
  const end = driver.prepare<[]>('COMMIT')
  let held: DataVersions | undefined
  let since = 0
  let unused: NodeJS.Timeout | undefined

  const letGo = () => {
    held = undefined
    if (driver.inTransaction) end.run()
  }
  return {
    isAt(at, sources) {
      clearTimeout(unused)
      unused = setTimeout(letGo, UNUSED_MS)
      const isOld = performance.now() - since > LONGEST_MS
      if (held !== undefined && !isOld && sameVersions(held, at, sources)) return true
      letGo()
      begin.run()
      since = performance.now()
      held = versionsOf(versions.all())
      return sameVersions(held, at, sources)
    },
  }
}
