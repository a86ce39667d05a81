import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Entity } from '../../entities/entity.ts'
import { boundMoves, forgetMoves, MOST_MOVES } from '../../moves/bounds.ts'
import type { StoredScore } from './differences.ts'

/** When scores moved, and why: `new signals`, `funding signal`, `other profiles`. */
export interface Moving {
  readonly at: Instant
  readonly cause: string
}

/** Keeps the moves of one entity’s scores in one scoring, in the transaction that stores them. */
export interface ScoreMoves {
  note(id: number, before: StoredScore | undefined, now: StoredScore | undefined): void
  /** Says how many moved, of whom the first are kept one by one. */
  close(changed: number): void
}

/** What was never scored before did not move: such a scoring keeps its number only. */
export const FIRST_SCORING = 'first scoring'

export function keepMoves(writer: Writer, entity: Entity, { at, cause }: Moving): ScoreMoves {
  const put = writer.driver.prepare<(number | null)[]>(
    `INSERT INTO score_moves(change_id, record_id, icp_before, icp_score_before, persona_before, persona_score_before,
       icp, icp_score, persona, persona_score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const most = cause === FIRST_SCORING ? 0 : MOST_MOVES
  let change: number | undefined
  let kept = 0
  const changeId = () =>
    (change ??= Number(
      writer.driver
        .prepare('INSERT INTO score_changes(entity, at, cause, changed) VALUES (?, ?, ?, 0)')
        .run(entity, at, cause).lastInsertRowid,
    ))
  return {
    note(id, before, now) {
      if (kept >= most) return
      kept++
      put.run(changeId(), id, ...partsOf(before), ...partsOf(now))
    },
    close(changed) {
      if (changed === 0) return
      writer.run(query.updateTable('score_changes').set({ changed }).where('id', '=', changeId()))
      forgetMoves(writer, at)
      boundMoves(writer, changeId())
    },
  }
}

const partsOf = (row: StoredScore | undefined): (number | null)[] =>
  row === undefined ? [null, null, null, null] : row.slice(1)
