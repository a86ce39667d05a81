import { withPieces } from '../../conditions/facets/facet.ts'
import type { Condition } from '../../conditions/index.ts'
import type { NthOrderCondition } from '../../conditions/nth-order/nth-order.ts'
import { longestIn, type Phrase, phrase, skip } from '../grammar/phrase.ts'
import { changeOf, conditionsOf, type Edit, replacing } from './edit.ts'
import {
  courtesyAtEnd,
  firmly,
  type FollowUp,
  type Refined,
  refinedBy,
  suffixInstead,
  trimmed,
} from './refined.ts'

const ORDER = 'order|purchase|transaction|basket'
const IT = 'it|that|this|they|these|those'
/** "only if it was in their …" */
const FRAME = `and|but? only|just? if|when|where? ${IT}? must|should|has|have|needs|need? to? was|is|were|be|have|happened|bought|came|counts? been|bought? in|with|on|as|during|part? of? their|his|her|the|a`
const SHOULD = `only|just? if|when|where? their|the`
const HOLDS = `must|should|has|have|needs|need? to? contain|contains|contained|include|includes|included|have|had|has|be|was|is ${IT}|so? too?`
const named = (words: string): Phrase =>
  phrase(
    `${FRAME} ${words} ever? ${ORDER} ever?`,
    `${SHOULD} ${words} ever? ${ORDER} ${HOLDS}`,
    `how many? of? ${IT}? for|with whom ${IT} was their|the ${words} ever? ${ORDER}`,
    `was|is ${IT} their|the? ${words} ever? ${ORDER} ever?`,
  )
const BOUGHT = 'bought|ordered|purchased|shopped|buy|order|purchase'
const PLACED = 'placed|made|had|place'
const THING = 'anything|something|an|any|order|orders|purchase|purchases'
/** "had never bought anything before that": that was the first time. */
const WHOM = `${IT}|them|whom|ones|people|customers|buyers`
const neverBefore = phrase(
  `and|but? only|just? the? ${WHOM} who|that? had|have|has|did? never|not ever? ${BOUGHT} ${THING}? ${THING}? from|with? us? before ${IT}|then?`,
  `and|but? how? many? of? ${IT}|them|whom? who|that? had|have|has|did? never|not ever? ${BOUGHT} ${THING}? ${THING}? from|with? us? before|prior|previously to? ${IT}|then`,
  `and|but? how? many? of? ${IT}|them|whom? who|that? had|have|has|did? never|not ever? ${PLACED} ${THING} ${THING}? from|with? us? before|prior|previously to? ${IT}|then`,
  `and|but? who|that? had|have|has no orders|purchases before|prior to? ${IT}|then`,
)

const NTH: readonly (readonly [NthOrderCondition['nth'], Phrase])[] = [
  [1, named('very? first|1st|initial')],
  [1, neverBefore],
  [2, named('second|2nd')],
  [3, named('third|3rd')],
  ['last', named('very? last|latest|newest|final')],
  ['last', named('most recent')],
]

const ORDINALS: readonly (readonly [NthOrderCondition['nth'], Phrase])[] = [
  [1, phrase(`the|their|a? very? first|1st|initial ever? ${ORDER}|one?`)],
  [2, phrase(`the|their|a? second|2nd ${ORDER}|one?`)],
  [3, phrase(`the|their|a? third|3rd ${ORDER}|one?`)],
  ['last', phrase(`the|their? very? last|latest|newest|final ${ORDER}|one?`)],
  ['last', phrase(`the|their? most recent ${ORDER}|one?`)],
]
const ordinalAt = (reading: FollowUp['reading'], at: number) => longestIn(reading, at, ORDINALS)
const rather = phrase(',? and? not', ',? rather than', ',? instead of', ',? in place of')

/** `latest order, not the first`, `the second one`: another order than the one at hand, with all that is said of it. */
export function otherOrder({ reading, current, from, to: whole }: FollowUp): Refined {
  const to = trimmed(reading, trimmed(reading, whole, courtesyAtEnd), suffixInstead)
  const found = ordinalAt(reading, skip(reading, from, making))
  if (found === undefined || found.end > to) return undefined
  const over = found.end < to ? ordinalAt(reading, rather(reading, found.end)) : undefined
  if (found.end < to && over?.end !== to) return undefined
  const edits = conditionsOf(current).flatMap((held) => {
    if (held.type !== 'nth_order' || held.nth === found.value) return []
    if (over !== undefined && held.nth !== over.value) return []
    return replacing(current, held, { ...held, nth: found.value }, 'this order instead') ?? []
  })
  return firmly(refinedBy(changeOf(edits, 'Which order should it stand in for?'), from, whole))
}

const making = phrase('make|use|take|check|do|say|look it|that|this|at?')

/** `only if it was in their most recent order`: of an order at hand, or of what was bought in one, which it is. */
export function whichOrder({ reading, current, from, to: end }: FollowUp): Refined {
  const to = trimmed(reading, end, courtesyAtEnd)
  const found = NTH.find(([, words]) => words(reading, from) === to)
  if (found === undefined) return undefined
  const [nth, words] = found
  const edits = conditionsOf(current).flatMap((held) => {
    const put = ofOrder(held, nth)
    const edit = put && replacing(current, held, put, 'that order')
    return edit === undefined ? [] : words === neverBefore ? { ...edit, assumed: FIRST } : edit
  })
  return firmly(refinedBy(changeOf(edits, 'Which of them should be that order?'), from, end))
}

const FIRST = '“Never before that” is read as: it was their first order.'

function ofOrder(held: Condition, nth: NthOrderCondition['nth']): Condition | undefined {
  if (held.type === 'orders' && held.measure === 'count' && held.op === '>=' && held.value === 1) {
    if (held.where === undefined && held.within === undefined) return undefined
    return like(nth, held.within, held.where)
  }
  if (held.type !== 'purchases' || held.match !== 'any' || held.op !== undefined) return undefined
  if (held.except !== undefined) return undefined
  return like(nth, held.within, { ...held.where, contains: [...(held.where?.contains ?? []), held.of] })
}

const like = (
  nth: NthOrderCondition['nth'],
  during: NthOrderCondition['during'],
  where: NthOrderCondition['where'],
): NthOrderCondition => ({
  type: 'nth_order',
  nth,
  ...(during && { during }),
  ...(where && { where }),
})

const inOne = phrase(
  `only|just? if? ${IT}? all? was|were|is|happened|bought|be? in|within|with|on|at|of|per the|a|an|any? one|1|single|same|individual single? ${ORDER}|go|shot`,
  `per|in each|a|an? single? ${ORDER}`,
)
const aside = phrase(
  'i|we meant|mean|want|wanted',
  ',|.|;|-|(|)',
  ',|.|;|-? and? not|rather|instead than|of? all|everything|summed|added? in|over|across|up? all? together|total|combined|altogether|overall|orders|time|sum|summed|added|them|of? up?',
)

/** `in one single order I mean, not all together`: of a sum at hand, and of several products. */
export function inOneOrder({ reading, current, from, to: end }: FollowUp): Refined {
  const to = trimmed(reading, end, courtesyAtEnd)
  let heard = false
  for (let at = from; at < to; ) {
    const one: number = heard ? -1 : inOne(reading, at)
    const next: number = Math.max(one, aside(reading, at))
    if (next < 0 || next > to) return undefined
    heard ||= one === next
    at = next
  }
  if (!heard) return undefined
  const held = conditionsOf(current)
  const together = productsTogether(current, held)
  if (together !== undefined) return { kind: 'edit', edit: together, said: { from, to: end }, firm: true }
  const totals = held.flatMap((one) => {
    const put = one.type === 'orders' ? ofOneTotal(one) : undefined
    return (put && replacing(current, one, put, 'in one order')) ?? []
  })
  const sum = firmly(refinedBy(changeOf(totals, 'Which of them?'), from, end))
  if (sum !== undefined) return sum
  const nearest = held.flatMap((one) => {
    const put = one.type === 'purchases' ? ofTheirOrder(one) : undefined
    return (put && replacing(current, one, put, 'orders with it, of that total')) ?? []
  })
  return nearest.length === 0 ? undefined : { kind: 'choice', question: NO_PART, edits: nearest }
}

const NO_PART =
  'What one product came to in a single order can’t be asked, only what the whole order came to. Should that be asked instead?'

type Orders = Extract<Condition, { type: 'orders' }>
type Purchases = Extract<Condition, { type: 'purchases' }>

/** Spent over 100 in all: one order of over 100. */
const ofOneTotal = (held: Orders): Condition | undefined =>
  held.measure !== 'spend' || held.op?.startsWith('>') !== true
    ? undefined
    : withPieces(
        held,
        [['measure'], 'count'],
        [['op'], '>='],
        [['value'], 1],
        [['where'], { ...held.where, total: { op: held.op, value: held.value } }],
      )

const ofTheirOrder = (held: Purchases): Condition | undefined =>
  held.measure !== 'spend' || held.op === undefined || held.match !== 'any'
    ? undefined
    : withPieces(
        held,
        [['measure'], undefined],
        [['op'], undefined],
        [['value'], undefined],
        [['where'], { ...held.where, total: { op: held.op, value: held.value } }],
      )

/** "bought Tea and Coffee": both in one order. */
function productsTogether(current: FollowUp['current'], held: readonly Condition[]): Edit | undefined {
  const bought = held.filter((one): one is Purchases => one.type === 'purchases')
  const [first] = bought
  if (first === undefined) return undefined
  const plain = bought.every(
    (one) =>
      one.op === undefined && one.except === undefined && one.where === undefined && one.match !== 'none',
  )
  const times = new Set(bought.map(({ within }) => JSON.stringify(within)))
  const contains = bought.flatMap(({ match, of }) =>
    match === 'all' ? eachOf(of) : match === 'any' ? [of] : [],
  )
  if (!plain || times.size > 1 || contains.length < 2) return undefined
  const order: Condition = {
    type: 'orders',
    measure: 'count',
    op: '>=',
    value: 1,
    where: { contains },
    ...(first.within && { within: first.within }),
  }
  let criteria: FollowUp['current'] | undefined = current
  for (const [i, one] of bought.entries())
    criteria = criteria && replacing(criteria, one, i === 0 ? order : undefined, '')?.criteria
  return criteria && { criteria, says: 'in one order', put: [order], taken: bought }
}

const eachOf = (of: Purchases['of']): Purchases['of'][] =>
  (['category', 'brand', 'product', 'sku', 'tag'] as const).flatMap((key) =>
    (of[key] ?? []).map((value) => ({ [key]: [value] })),
  )
