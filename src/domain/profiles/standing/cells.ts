import type { Reader } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Entity } from '../../entities/entity.ts'
import type { Members } from '../../members/members.ts'
import { readVersions } from '../../members/read-versions.ts'

/** How many records of an entity have the same profiles and the same scores. Tree, thresholds and corners are sums of these. */
export interface Cell {
  /** Numbers of profiles; the persona is null where none fits. */
  readonly icp: number
  readonly persona: number | null
  readonly icpScore: number
  readonly personaScore: number | null
  readonly records: number
}

export interface ReadOptions {
  readonly asOf: Instant
  readonly signal?: AbortSignal
}

/** Reads the cells of an entity in a thread of its own, once for each state of the scores. */
export interface Cells {
  of(
    entity: Entity,
    options: ReadOptions,
  ): Promise<{ readonly cells: readonly Cell[]; readonly version: number }>
}

/** The state of the data moves at most so often while it is read. */
const ATTEMPTS = 5

export function createCells({ reader, members }: { reader: Reader; members: Members }): Cells {
  const kept = new Map<Entity, { readonly version: number; readonly cells: readonly Cell[] }>()
  const versionNow = () => readVersions(reader).scores

  return {
    async of(entity, options) {
      for (let tries = 1; ; tries++) {
        const version = versionNow()
        const known = kept.get(entity)
        if (known?.version === version) return known
        const { ids: keys, values: records } = await members.values(() => countsOf(entity), options)
        const read = { version, cells: Array.from(keys, (key, at) => cellOf(key, records[at] ?? 0)) }
        // What moved while it was read is of a later state, which nobody knows: the newest that is known to hold wins.
        if (versionNow() === version) kept.set(entity, read)
        else if (tries < ATTEMPTS) continue
        return read
      }
    },
  }
}

/** Bits of a key: two profile numbers of 19 and two scores of 7, within the 53 of a whole number. */
const NUMBER = 2 ** 19
const SCORE = 2 ** 7

/** One pass over an index that holds the rows in this very order: nothing is sorted. */
const countsOf = (entity: Entity) => ({
  sources: ['scores'] as const,
  query: {
    sql: `SELECT ((icp * ${NUMBER} + coalesce(persona, 0)) * ${SCORE} + icp_score) * ${SCORE} + coalesce(persona_score, 0),
        count(*)
      FROM scores WHERE entity = ? GROUP BY icp, persona, persona_score, icp_score`,
    parameters: [entity],
    cut: { by: 'none' } as const,
  },
})

function cellOf(key: number, records: number): Cell {
  const personaScore = key % SCORE
  const icpScore = Math.floor(key / SCORE) % SCORE
  const persona = Math.floor(key / SCORE / SCORE) % NUMBER
  return {
    icp: Math.floor(key / SCORE / SCORE / NUMBER),
    // Profiles are numbered from 1.
    persona: persona === 0 ? null : persona,
    icpScore,
    personaScore: persona === 0 ? null : personaScore,
    records,
  }
}

export const recordsIn = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { records }) => sum + records, 0)

/** Records by a score, in ten steps: 0–9, 10–19 … 90–100. */
export function histogramOf(cells: readonly Cell[], score: (cell: Cell) => number | null): number[] {
  const steps = Array.from({ length: STEPS }, () => 0)
  for (const cell of cells) {
    const step = Math.min(STEPS - 1, Math.floor((score(cell) ?? 0) / STEPS))
    steps[step] = (steps[step] ?? 0) + cell.records
  }
  return steps
}
const STEPS = 10
