import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { nthMeaning } from '../../language/grammar/nth.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { longest, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import type { Condition } from '../index.ts'
import { orderDatePhrases } from '../orders/order-dates-phrases.ts'
import { orderPhrases } from '../orders/orders-phrases.ts'
import { likeWhat } from './like-what.ts'
import { nthOrderPhrases, ORDER_IS } from './nth-order-phrases.ts'
import { links } from './order-links.ts'
import { soleOrderPhrases } from './sole-order-phrases.ts'

const orders = longest(...nthOrderPhrases, ...soleOrderPhrases, ...orderDatePhrases, ...orderPhrases)

const itWas = phrase(
  'it|which|that|this was|is|were? placed|made|paid|bought|done|ordered|for?',
  'placed|made|paid|done',
)

/**
 * `first order this year, placed in store`, `exactly one order, made with a code`: the order that was spoken of right
 * before.
 */
const thatOrder: Parser<Meaning> = (reading, at) => {
  const opened = itWas(reading, at)
  const nth = opened < 0 ? undefined : orderBefore(reading, at)
  if (nth === undefined) return undefined
  const linked = links(reading, opened)
  const told = likeWhat(reading, at, linked.end, ORDER_IS)
  if (told === undefined) return undefined
  const { end } = told
  const stated = `“${said(reading, at, end)}” is read of ${nth === 'last' ? 'the last' : 'that'} order.`
  return {
    value: nthMeaning({ nth, placed: false, assumptions: [stated] }, told.value, linked.negative),
    end,
  }
}

const BETWEEN = /^(?:,|;|-|\(|and|but|ever|so|far|who|whose)$/

function orderBefore(reading: Reading, at: number): number | 'last' | undefined {
  for (const i of placesBefore(at)) {
    const found = orders(reading, i)
    if (found === undefined || found.end > at) continue
    if (!reading.tokens.slice(found.end, at).every(({ word }) => BETWEEN.test(word))) return undefined
    const nth = found.value.criteria === undefined ? undefined : nthIn(found.value.criteria)
    if (nth !== undefined) return nth
  }
  return undefined
}

const nthIn = (criteria: Criteria): number | 'last' | undefined =>
  isCondition(criteria)
    ? nthOf(criteria)
    : leavesOf(criteria)
        .map(({ condition }) => nthOf(condition))
        .find((nth) => nth !== undefined)

function nthOf(condition: Condition): number | 'last' | undefined {
  if (condition.type === 'nth_order') return condition.nth
  if (condition.type !== 'orders') return undefined
  if (condition.measure === 'first_date') return 1
  if (condition.measure === 'last_date') return 'last'
  const { measure, op, value, within, where } = condition
  const sole = measure === 'count' && op === '=' && value === 1 && within === undefined && where === undefined
  return sole ? 1 : undefined
}

export const thatOrderPhrases: readonly Parser<Meaning>[] = [thatOrder]
