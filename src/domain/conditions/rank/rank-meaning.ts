import { type Doubt, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { type Reading, said } from '../../language/grammar/reading.ts'
import { boughtBy, isImplied } from './rank-group-phrases.ts'
import type { Pieces } from './rank-head-phrases.ts'
import type { RankCondition } from './rank.ts'

const UNITS_OF_THOSE = 'Ranked by units of these products alone, whatever else they bought.'

/** A share is one of those who have what it is ranked by. */
const OF_THOSE_WITH_ONE =
  'The share is taken of those of them who have such an order; the others have no place in the ranking.'

/** What a rank that was read says, or the question what it is by. */
export function meant(
  reading: Reading,
  { size, direction, measure, per, group, end }: Pieces,
  { from, head, negative }: { from: number; head: number; negative: boolean },
): Meaning {
  const doubts: Doubt[] = [...(measure?.doubts ?? []), ...(group?.doubts ?? [])]
  if (measure === undefined) doubts.push(byWhat(reading, from, head, end))
  const assumptions = [...(measure?.assumptions ?? []), ...(group?.assumptions ?? [])]
  if (measure === undefined || doubts.length > 0) return { assumptions, doubts, people: true }
  const { by: name, where, within } = measure
  // "biggest Coffee buyers by units" are those of Coffee.
  const named = name === 'quantity' && measure.of === undefined ? boughtBy(group?.criteria) : undefined
  const of = measure.of ?? named
  if (named !== undefined) assumptions.push(UNITS_OF_THOSE)
  const among = isImplied(group?.criteria, of) ? undefined : group?.criteria
  if (among !== undefined) assumptions.push(`Only these people are ranked: ${group?.text.trim() ?? ''}.`)
  if (among !== undefined && 'percent' in size && name !== 'random') assumptions.push(OF_THOSE_WITH_ONE)
  if (per !== undefined) assumptions.push(`Customers whose ${per} is unknown are left out.`)
  const condition: RankCondition = {
    type: 'rank',
    by: name,
    direction,
    ...size,
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
    ...(of === undefined ? {} : { of }),
    ...(per === undefined ? {} : { per }),
    ...(among === undefined ? {} : { among }),
  }
  return { criteria: negative ? negated(condition) : condition, assumptions, doubts: [], people: true }
}

function byWhat(reading: Reading, from: number, head: number, end: number): Doubt {
  const text = (tail: string) => `${said(reading, from, Math.max(end, head))} ${tail}`
  return question(from, end, 'Ranked by what?', [
    ['by total spend', text('by total spend')],
    ['by number of orders', text('by number of orders')],
    ['by average order value', text('by average order value')],
  ])
}
