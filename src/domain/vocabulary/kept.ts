import type { Reader } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import { readVersions } from '../members/read-versions.ts'
import { versionKey } from '../members/versions.ts'

export interface Listing<T> {
  /** What is read again when one of these changes. */
  readonly sources: readonly Source[]
  /**
   * How many rows it looks at. Over `LARGE` of them a list may be as old as `PATIENCE`, so that a stream of
   * arriving data does not have it made again for every question.
   */
  size?(reader: Reader): number
  make(reader: Reader): T
}

const LARGE = 500_000
const PATIENCE = 60_000

/** Makes things out of the data when they are first asked for, and again when the data has changed. */
export interface Keeper {
  <T>(listing: Listing<T>): () => T
}

export const createKeeper =
  (reader: Reader, milliseconds: () => number = () => performance.now()): Keeper =>
  ({ sources, size, make }) => {
    let kept:
      | { readonly value: ReturnType<typeof make>; readonly key: string; readonly until: number }
      | undefined
    return () => {
      const key = versionKey(readVersions(reader), sources)
      if (kept !== undefined && (kept.key === key || milliseconds() < kept.until)) return kept.value
      const large = (size?.(reader) ?? 0) > LARGE
      const value = reader.snapshot(() => make(reader))
      kept = { value, key, until: large ? milliseconds() + PATIENCE : 0 }
      return value
    }
  }
