import type { Writer } from '#db/run.ts'
import type { Entity } from '../../entities/entity.ts'
import { raiseVersions } from '../../imports/apply/raise-versions.ts'
import type { Operation } from '../../writer/operation.ts'
import { createProfiles } from '../read.ts'
import type { ScoreColumns } from './columns.ts'
import { besideStored, sameScore, SCORES_SQL, type StoredScore } from './differences.ts'
import { liveProfiles, type ProfileAt, sameProfiles, versionsOfProfiles } from './live.ts'
import { keepMoves, type Moving } from './moves.ts'
import type { ScoredRecord } from './one.ts'
import type { IcpEntity, ScoredEntity } from './qualifying.ts'
import { type StoredScoring, storeScoring } from './scorings.ts'

/** What storing scores came to. */
export interface StoredScores {
  readonly entity: Entity
  /** Records that have an ICP. */
  readonly fitted: number
  /** Records that have another score, another profile, or none any more. */
  readonly changed: number
}

/** Records that are looked at together. */
const BLOCK = 32_768

/**
 * Stores what everybody scores, as far as it is not what is stored; in one transaction, so that companies and their
 * people always belong together. Null, and nothing is stored, where other profiles are live than were scored.
 */
export const storeScores: Operation<
  {
    readonly icpEntity: IcpEntity
    readonly scored: readonly Omit<ScoredEntity, 'everyone'>[]
    readonly scoring: StoredScoring
    readonly cause: string
  },
  readonly StoredScores[] | null
> = ({ writer, progress }, { icpEntity, scored, scoring, cause }) =>
  writer.transaction(() => {
    if (!areLive(writer, icpEntity, scoring.profiles)) return null
    const total = scored.reduce((sum, { columns }) => sum + columns.icp.profile.length, 0)
    let done = 0
    const stored = scored.map(({ entity, columns }) => {
      storeScoring(writer, entity, scoring)
      return {
        entity,
        ...storeColumns(writer, entity, columns, { at: scoring.asOf, cause }, (records) => {
          progress({ done: (done += records), total, what: 'Storing scores' })
        }),
      }
    })
    if (stored.some(({ changed }) => changed > 0)) raiseVersions(writer, new Set(['scores']))
    return stored
  })

/**
 * Stores the scores of single records, as they were read from memory; answers how many changed. The state of the data
 * that everybody was scored at stays as it was: the next scoring of everybody finds these scores as they are. Null, and
 * nothing is stored, where other profiles are live than were scored.
 */
export const storeRecordScores: Operation<
  {
    readonly icpEntity: IcpEntity
    readonly profiles: readonly ProfileAt[]
    readonly rows: readonly ScoredRecord[]
    readonly moving: Moving
  },
  number | null
> = ({ writer }, { icpEntity, profiles, rows, moving }) =>
  writer.transaction(() => {
    if (!areLive(writer, icpEntity, profiles)) return null
    const stored = writer.driver.prepare<[string, number, number], StoredScore>(SCORES_SQL).raw()
    let changed = 0
    for (const [entity, own] of Map.groupBy(rows, (row) => row.entity)) {
      const moves = keepMoves(writer, entity, moving)
      const write = scoreWriter(writer, entity)
      let moved = 0
      for (const { id, row } of own) {
        const before = stored.get(entity, id, id)
        if (sameScore(before, row)) continue
        write(before, row)
        moves.note(id, before, row)
        moved++
      }
      moves.close(moved)
      changed += moved
    }
    if (changed > 0) raiseVersions(writer, new Set(['scores']))
    return changed
  })

const areLive = (writer: Writer, entity: IcpEntity, profiles: readonly ProfileAt[]): boolean =>
  sameProfiles(versionsOfProfiles(liveProfiles(createProfiles(writer).list(), entity)), profiles)

function storeColumns(
  writer: Writer,
  entity: Entity,
  columns: ScoreColumns,
  moving: Moving,
  onBlock: (records: number) => void,
): Omit<StoredScores, 'entity'> {
  const write = scoreWriter(writer, entity)
  const moves = keepMoves(writer, entity, moving)
  const rows = writer.driver.prepare<[string, number, number], StoredScore>(SCORES_SQL).raw()
  const end = columns.icp.profile.length
  let fitted = 0
  let changed = 0
  for (let low = 0; low < end; low += BLOCK) {
    const high = low + BLOCK >= end ? Number.MAX_SAFE_INTEGER : low + BLOCK - 1
    besideStored(rows.all(entity, low, high), columns, { low, high }, (before, now) => {
      if (now !== undefined) fitted++
      if (sameScore(before, now)) return
      changed++
      write(before, now)
      moves.note((now ?? before)?.[0] ?? 0, before, now)
    })
    onBlock(Math.min(BLOCK, end - low))
  }
  moves.close(changed)
  return { fitted, changed }
}

/** Puts a row in the place of another. */
function scoreWriter(writer: Writer, entity: Entity) {
  const put = writer.driver.prepare<[Entity, ...StoredScore]>(`
    INSERT INTO scores(entity, record_id, icp, icp_score, persona, persona_score) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET icp = excluded.icp, icp_score = excluded.icp_score, persona = excluded.persona,
      persona_score = excluded.persona_score`)
  const drop = writer.driver.prepare<[Entity, number]>(
    'DELETE FROM scores WHERE entity = ? AND record_id = ?',
  )
  return (before: StoredScore | undefined, now: StoredScore | undefined): void => {
    if (now !== undefined) put.run(entity, ...now)
    else if (before !== undefined) drop.run(entity, before[0])
  }
}
