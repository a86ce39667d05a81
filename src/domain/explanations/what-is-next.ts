import { definitionOf } from '../conditions/index.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import { conditionsBehind, criteriaIn } from '../criteria/expand.ts'
import { nextTurn } from '../criteria/next-turn.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Population } from '../customers/record.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { aheadOf } from '../time/ahead.ts'
import { zonedText } from '../time/zoned-text.ts'
import type { Next } from './explanations.ts'

/** How far ahead is looked. */
const DAYS = 400

/** When time alone lets one of them in or out. */
export function whatIsNext(
  criteria: Criteria,
  record: RecordOf[Entity],
  population: Population,
  ctx: ReadingContext,
): Next {
  const turn = nextTurn(criteria, record, population, ctx, aheadOf(ctx.now, DAYS, ctx.zone))
  return {
    at: turn === undefined ? null : zonedText(turn.at, ctx.zone),
    days: DAYS,
    because: (turn?.because ?? []).map(({ condition, holds }) => ({
      words: describe(condition, ctx),
      holds: !holds,
      miss: null,
    })),
    heldStill: dependsOnOthers(criteria, ctx),
  }
}

const dependsOnOthers = (criteria: Criteria, ctx: ReadingContext): boolean =>
  conditionsBehind(criteria, criteriaIn(ctx)).some((condition) => {
    if (condition.type === 'rank' || condition.type === 'rfm') return true
    // Scores are stored as well.
    if (definitionOf(condition).sources(condition).includes('scores')) return true
    if (condition.type !== 'indicator') return false
    const meaning = ctx.indicator(condition.indicator)
    // A stored value does not change before it is stored anew.
    return meaning.storedAt !== null || (meaning.kind === 'number' && meaning.measure.measure === 'rfm')
  })
