import { query, type Reader } from '#db/run.ts'
import type { Entity } from '../entities/entity.ts'

/** The live ICP that a record scores highest under, and the persona inside it. A person’s ICP is that of the company. */
export interface ScoreRecord {
  /** The number of the profile. */
  readonly icp: number
  /** 0 to 100. */
  readonly icpScore: number
  /** Null where none of the ICP’s live personas fits; of companies always. */
  readonly persona: { readonly number: number; readonly score: number } | null
}

/** What a record scores, as it was computed last; null where no live ICP fits. */
export function loadScore(reader: Reader, entity: Entity, id: number): ScoreRecord | null {
  const row = reader.get(
    query.selectFrom('scores').selectAll().where('entity', '=', entity).where('record_id', '=', id),
  )
  if (row === undefined) return null
  const { icp, icp_score: icpScore, persona: number, persona_score: score } = row
  return { icp, icpScore, persona: number === null || score === null ? null : { number, score } }
}
