import type { Writer } from '#db/run.ts'
import type { ThingKind } from './told.ts'

/** What was said last of each thing, so that whatever was said before it and comes after it changes nothing. */
export interface LatestWords {
  /** Is this word (epoch seconds) the latest? Notes it if so. What was deleted never comes back. */
  isLatest(kind: ThingKind, id: string, at: number): boolean
  isDeleted(kind: ThingKind, id: string): boolean
  noteDeleted(kind: ThingKind, id: string, at: number): void
}

export function latestWords({ driver }: Writer, source: string): LatestWords {
  const find = driver.prepare<[string, string, string], { at: number; deleted: number }>(
    'SELECT at, deleted FROM latest_words WHERE source = ? AND kind = ? AND external_id = ?',
  )
  const note = driver.prepare<[string, string, string, number, number]>(
    `INSERT INTO latest_words(source, kind, external_id, at, deleted) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at, deleted = excluded.deleted`,
  )
  return {
    isLatest(kind, id, at) {
      const before = find.get(source, kind, id)
      // Two words of the same second: the one that comes later is taken for the later one.
      if (before !== undefined && (before.deleted === 1 || before.at > at)) return false
      note.run(source, kind, id, at, 0)
      return true
    },
    isDeleted: (kind, id) => find.get(source, kind, id)?.deleted === 1,
    noteDeleted: (kind, id, at) => void note.run(source, kind, id, at, 1),
  }
}
