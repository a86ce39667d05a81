import type { ScoreColumns } from './columns.ts'

/** A row of `scores` as a statement answers it. */
export type StoredScore = readonly [
  id: number,
  icp: number,
  icpScore: number,
  persona: number | null,
  personaScore: number | null,
]

/** The rows of a range of records; both ends are in it. */
export const SCORES_SQL = `
  SELECT record_id, icp, icp_score, persona, persona_score FROM scores
  WHERE entity = ? AND record_id BETWEEN ? AND ? ORDER BY record_id`

/** The row that a record is to have; undefined without an ICP. */
export function scoreIn({ icp, persona }: ScoreColumns, id: number): StoredScore | undefined {
  const number = icp.profile[id] ?? 0
  if (number === 0) return undefined
  const inner = persona.profile[id] ?? 0
  return [
    id,
    number,
    icp.score[id] ?? 0,
    ...(inner === 0 ? NO_PERSONA : ([inner, persona.score[id] ?? 0] as const)),
  ]
}

const NO_PERSONA = [null, null] as const

/**
 * Looks at each record from `low` to `high` that has a row or is to have one.
 *
 * @param stored the rows there are, in the order of the ids
 */
export function besideStored(
  stored: readonly StoredScore[],
  columns: ScoreColumns,
  { low, high }: { readonly low: number; readonly high: number },
  look: (before: StoredScore | undefined, now: StoredScore | undefined) => void,
): void {
  let at = 0
  for (let id = low; id <= high && id < columns.icp.profile.length; id++) {
    const row = stored[at]
    const before = row?.[0] === id ? row : undefined
    if (before !== undefined) at++
    const now = scoreIn(columns, id)
    if (before !== undefined || now !== undefined) look(before, now)
  }
  // Records that are gone: none of them has a place in the columns.
  for (; at < stored.length; at++) look(stored[at], undefined)
}

export const sameScore = (a: StoredScore | undefined, b: StoredScore | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((value, i) => value === b[i]))
