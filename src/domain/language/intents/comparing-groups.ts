import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import type { ComparedGroup } from '../interpretation.ts'
import { type Commanded, done, type ReadCriteria } from './commanded.ts'
import { comparedToSame, theOthers, whichHasMore } from './compared-others.ts'
import { type Subject, subjectIn } from './subject.ts'

const MEASURE =
  'spend|spending|revenue|sales|orders|order|purchases|size|sizes|aov|aovs|basket|value|ltv|clv|numbers|figures|counts|turnover'
const PER = 'per|each|a|by? customer|person|head|buyer|order?'
/** What is compared of them, before them: "average order value of", "orders per customer in". */
const figure = phrase(
  `the|their|our|what? is? the? average|avg|mean|total|overall|typical|lifetime|number? of? order|basket|customer|lifetime? ${MEASURE} ${PER} of|for|in|from|between|:|,?`,
  `what is|'s|are the|our? average|avg|mean|total? order|basket|customer? ${MEASURE} per? customer|person|head? of|for|in|from|between|:?`,
  ':|,|-',
)
const compare = phrase(
  'compare|comparing|contrast',
  'comparison of|between',
  'how does|do|did',
  "what is|'s|are the? difference|differences between|in|of",
  'difference|differences between|in|of',
  'explain|show|tell|give me|us? the? difference|differences between|of|in',
  'what sets|makes',
  'how is|are',
)
const whoMore = phrase(
  "who|which|what spends|spend|orders|order|buys|buy|is|'s|are|has|have the|a? more|most|less|better|higher|bigger|larger|worth|valuable|loyal often|money|orders|more? ,|:|-",
)
/** Nothing but two groups stands around these. */
const strong = phrase('vs|versus|against', 'vs .', 'compared|relative to|with')
/** Of people who are looked for these say other things: a comparison has to be asked for. */
const weak = phrase(
  'and|or|with|to|from|than|&|,',
  'apart from',
  'next to',
  'differ|different from',
  'compare|compares|stack|stacks up? with|to|against',
)
/** What is said behind them, and asks for no more than a comparison tells. */
const behind = phrase(
  `,|:|-|;|in|by|on|for|and? the|their? average|avg|mean|total|number? of? order|basket|customer? ${MEASURE} ${PER}`,
  `,|:|-|;? which|who|what one|ones? is|are|spends|spend|orders|order|buys|has|have the|a|worth? more|most|bigger|larger|better|higher|smaller|larger|biggest money|often|orders|customers|people?`,
  ",|:|-|;? what is|'s|are the? difference|differences",
  'per|each|a order|customer|head|person|buyer',
  'on average',
  'in|on total|average',
  ',|:|-|;? how do|are they|these|those|both? differ|different|compare',
  'differ|compare|different',
  'side by side',
  '?|.|!',
)

const OF_FOUND =
  'These figures are of all orders of the two groups so far, not only of the orders by which their people were found.'
const OF_ALL_TIME =
  'Two groups are compared by all their orders so far: figures of a time can’t be compared yet. Leave the time out, or compare people by it: “compare customers in France who ordered this year with customers in Germany who ordered this year”.'

/** `France vs Germany, average order value`, `compare men and women`, `who spends more, subscribers or the others?` */
export function comparingGroups(
  reading: Reading,
  start: number,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const beside = whichHasMore(reading, start, criteriaOf) ?? comparedToSame(reading, start, criteriaOf)
  if (beside !== undefined) return beside
  const verb = Math.max(compare(reading, start), whoMore(reading, start))
  const named = skipAll(reading, verb < 0 ? start : verb, figure)
  const end = endOf(reading, named)
  if (timeAhead(reading, start, criteriaOf))
    return { kind: 'refused', missing: 'comparisons of a time', reason: OF_ALL_TIME }
  for (let at = named + 1; at < end; at++) {
    const joined = Math.max(strong(reading, at), verb < 0 ? -1 : weak(reading, at))
    if (joined < 0 || joined >= end) continue
    const first = subjectIn(reading, named, at, criteriaOf)
    if (first === undefined) continue
    const from = skipAll(reading, joined, figure)
    const second = othersThan(reading, first, from, end) ?? subjectIn(reading, from, end, criteriaOf)
    if (second === undefined) {
      const to = timeAt(reading, joined, end)
      if (to === undefined || subjectIn(reading, from, to, criteriaOf) === undefined) continue
      return { kind: 'refused', missing: 'comparisons of a time', reason: OF_ALL_TIME }
    }
    return compared([groupOf(first), groupOf(second)])
  }
  return verb < 0 ? undefined : eachOf(criteriaOf(named, end))
}

/** "VIP vs everybody else": whoever is in none of the first. */
function othersThan(reading: Reading, first: Subject, from: number, end: number): Subject | undefined {
  if (theOthers(reading, from) !== end) return undefined
  const own: Criteria | undefined =
    first.kind === 'segment'
      ? { type: 'segment', segment: first.id }
      : first.kind === 'criteria'
        ? first.criteria
        : reading.situation.criteria
  return own && { kind: 'criteria', criteria: { none: [own] } }
}

const compared = (groups: readonly [ComparedGroup, ComparedGroup]): Commanded =>
  done({ do: 'compare_groups', groups }, groups.some(findsByOrders) ? OF_FOUND : undefined)

/** "compare France and Germany": two values that are read as one list. */
function eachOf(listed: Criteria | undefined): Commanded | undefined {
  if (listed === undefined || !isCondition(listed) || listed.type !== 'attribute') return undefined
  const { value } = listed
  if (listed.op !== 'in' || !Array.isArray(value) || value.length !== 2) return undefined
  const [first, second] = value.map(
    (one): ComparedGroup => ({
      criteria: { ...listed, op: 'equals', value: one },
    }),
  )
  return first === undefined || second === undefined ? undefined : compared([first, second])
}

/** "revenue this quarter, Champions vs Loyal Customers": the time of a figure that is said first. */
function timeAhead(reading: Reading, start: number, criteriaOf: ReadCriteria): boolean {
  const verb = Math.max(compare(reading, start), whoMore(reading, start))
  const from = verb < 0 ? start : verb
  const before = skip(reading, window(reading, from)?.end ?? from, ofTime)
  const figures = skipAll(reading, before, figure)
  // "In the past 48 hours: added to cart, no purchase": a pause alone names no figure.
  if (skipAll(reading, before, onlyPause) >= figures) return false
  const behind = before > from ? before : window(reading, figures)?.end
  if (behind === undefined) return false
  const named = skipAll(reading, Math.max(behind, figures), joining)
  const end = endOf(reading, named)
  for (let at = named + 1; at < end; at++) {
    const joined = Math.max(strong(reading, at), weak(reading, at))
    if (joined < 0 || joined >= end) continue
    const both = [subjectIn(reading, named, at, criteriaOf), subjectIn(reading, joined, end, criteriaOf)]
    if (both.every((one) => one !== undefined)) return true
  }
  return false
}

const onlyPause = phrase(':|,|-')
const ofTime = phrase("'s|’s|'")
const joining = phrase(',|:|-|;|of|for|in|from|between')

/** "…, revenue so far this year" */
function timeAt(reading: Reading, from: number, end: number): number | undefined {
  for (let at = from + 1; at < end; at++) {
    const said = window(reading, at)
    if (said !== undefined && said.end >= end) return skipBack(reading, from, at)
  }
  return undefined
}

/** The end of what stands before the figure that is told of that time. */
function skipBack(reading: Reading, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (skipAll(reading, at, behind) >= to) return at
  return to
}

function endOf(reading: Reading, from: number): number {
  const { length } = reading.tokens
  for (let at = from + 1; at < length; at++) if (skipAll(reading, at, behind) >= length) return at
  return length
}

function skipAll(reading: Reading, at: number, words: Phrase): number {
  let end = at
  for (let next = skip(reading, end, words); next > end; next = skip(reading, end, words)) end = next
  return end
}

const groupOf = (subject: Subject): ComparedGroup =>
  subject.kind === 'segment'
    ? { segment: subject.id }
    : subject.kind === 'criteria'
      ? { criteria: subject.criteria }
      : {}

const findsByOrders = ({ criteria }: ComparedGroup): boolean =>
  criteria !== undefined &&
  leavesOf(criteria).some(({ condition }) => condition.type === 'orders' || condition.type === 'purchases')
