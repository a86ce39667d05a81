import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { ENTITY_WORDS } from '../../entities/entity.ts'
import { conjuncts } from '../follow-ups/edit.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { changedBy } from './cloning.ts'
import { askBack, type Commanded, done, type ReadCriteria } from './commanded.ts'
import { segmentAt } from './segment-reference.ts'
import { isOver, sentenceEnd } from './whole.ts'

/** Whoever is not in what is compared with them. */
export const theOthers = phrase(
  'everyone|everybody|anyone|anybody|all else',
  'the? rest|others of? the|our|my? customers|people|base|database?',
  'the|all|our? other|remaining customers|people|ones|buyers',
  'those|people|customers who|that? are? not in|on it',
)
/** The people at hand, with something else in place of what they have. */
export const theSame = phrase(
  'the? same|ones|those|thing|people|companies|customers|group|set one|ones|thing|group|people|companies|customers? but|just|only? in|for|from|with|of|at?',
)
const compareThat = phrase(
  'how does|do|did? that|it|this|they|these|those compare with|to|against|versus|vs',
  'and? compare|compared that|it|this|them|these|those? with|to|against|and|vs|versus',
  'compared|relative to|with',
  'that|this|these|those? versus|vs|against',
)
const behind = phrase(
  ',|:|-|–|;? which|who|what one|group|of|them? is|are|has|have the? bigger|larger|smaller|more|biggest|largest people|companies|customers?',
  ',|:|-|–|;? and? by how much|many',
  ',|:|-|–|;? and? what is the difference',
)

/** "compare that with the same in the Netherlands", of whoever is at hand. */
export function comparedToSame(
  reading: Reading,
  start: number,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const { criteria } = reading.situation
  const opened = compareThat(reading, start)
  const same = opened < 0 ? -1 : theSame(reading, opened)
  if (criteria === undefined || same < 0) return undefined
  const end = endOf(reading, same)
  const added = criteriaOf(same, end) ?? criteriaOf(same - 1, end)
  if (added === undefined || entityOf(added) !== entityOf(criteria)) return undefined
  const other = changedBy(criteria, added)
  return entityOf(criteria) === 'customer'
    ? done({ do: 'compare_groups', groups: [{}, { criteria: other }] })
    : countedBeside(reading, [criteria, other])
}

function endOf(reading: Reading, from: number): number {
  const end = sentenceEnd(reading)
  for (let at = from + 1; at < end; at++) {
    let next = at
    for (let to = behind(reading, next); to > next; to = behind(reading, next)) next = to
    if (next > at && isOver(reading, next)) return at
  }
  return end
}

/** Of companies and people there are no figures: each is counted. */
function countedBeside(reading: Reading, both: readonly Criteria[]): Commanded {
  const [first] = both
  const { many, relative } = ENTITY_WORDS[first === undefined ? 'customer' : entityOf(first)]
  return askBack(
    reading,
    `Of ${many} there are numbers and no other figures to compare: these are the two. Which of them should we go on with?`,
    both.map((criteria) => `${many} ${relative} ${reading.situation.describe(criteria)}`),
  )
}

const whichHas = phrase(
  'which|what one|list|segment|audience|group|of? has|have|holds|contains|counts|includes the? more|most|fewer|fewest|less',
  'are|is there more|fewer',
  'where are|is there? more|most|fewer',
)
const or = phrase('or|and|vs|versus|,', ', or')
const inIt = phrase('in|on it|them|there?', ',|:|-|–', 'in|on|of')

/** "which list has more French people in it, Newsletter or Summer Buyers" */
export function whichHasMore(
  reading: Reading,
  start: number,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opened = whichHas(reading, start)
  if (opened < 0) return undefined
  for (let at = opened + 1; at < reading.tokens.length; at++) {
    const [first, to] = [segmentAt(reading, skip(reading, skip(reading, at, inIt), inIt)), at]
    const joined = first === undefined ? -1 : or(reading, first.end)
    const second = joined < 0 ? undefined : segmentAt(reading, skip(reading, joined, inIt))
    if (first === undefined || second === undefined || !isOver(reading, second.end)) continue
    const who = criteriaOf(opened, to)
    if (who === undefined) continue
    const [one, other] = [first, second].map(({ value }) => ({
      criteria: { all: [{ type: 'segment', segment: value.id }, ...conjuncts(who)] } satisfies Criteria,
    }))
    return one && other && done({ do: 'compare_groups', groups: [one, other] })
  }
  return undefined
}
