import { SOURCES } from '#db/schema.ts'
import type { Bitset } from './bitset.ts'
import type { SetSource } from './compile.ts'
import { isOfRow, lookAt } from './facts-pass.ts'
import type { DataVersions } from './members.ts'
import { applyPatch, type PatchStep } from './patch.ts'
import type { PlannedOn } from './planned-on.ts'
import type { StepResult } from './reader-messages.ts'
import { createSetCache } from './set-cache.ts'
import { patchSteps } from './steps.ts'

/** How a set is read from one of an earlier state of the data, where only those are looked at who changed since. */
export interface PatchedReading {
  readonly steps: readonly PatchStep[]
  take(results: readonly StepResult[]): Bitset
}

type PassSource = Extract<SetSource, { kind: 'query' }>

/** Keeps sets that customers' facts rows decide from one state of the data to the next. */
export interface Patches {
  /** Undefined where the set is not known of an earlier state, or something beside the rows decides. */
  reading(key: string, source: PassSource, on: PlannedOn): PatchedReading | undefined
  keep(key: string, source: PassSource, members: Bitset, on: PlannedOn): void
}

interface Kept {
  readonly versions: DataVersions
  readonly members: Bitset
  readonly byteLength: number
}

/** At most so many bytes are kept. */
export function createPatches(cacheBytes: number): Patches {
  const kept = createSetCache<Kept>(cacheBytes)
  return {
    reading(key, { query, test }, { versions, highestIds }) {
      const before = test && isOfRow(test) ? kept.get(key) : undefined
      if (test === undefined || before === undefined || !isEarlier(before.versions, versions))
        return undefined
      const steps = patchSteps(
        { whole: query, some: lookAt(test), since: before.versions.orders },
        highestIds,
      )
      return {
        steps,
        take(results) {
          const members = new Uint32Array(Math.max((highestIds.customer >>> 5) + 1, before.members.length))
          members.set(before.members)
          for (const [at, step] of steps.entries()) {
            const result = results[at]
            if (result?.kind !== 'patch') throw new Error('Each piece of a set is patched')
            applyPatch(members, step, result.patch)
          }
          return members
        },
      }
    },
    keep(key, { test }, members, { versions }) {
      if (test === undefined || !isOfRow(test)) return
      const other = kept.get(key)
      if (other !== undefined && !isEarlier(other.versions, versions)) return
      kept.set(key, { versions, members, byteLength: members.byteLength })
    },
  }
}

const isEarlier = (a: DataVersions, b: DataVersions): boolean =>
  SOURCES.every((source) => a[source] <= b[source])
