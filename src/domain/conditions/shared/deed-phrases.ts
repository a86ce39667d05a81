import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { between, noSlots, timesSlot } from '../../language/grammar/buying.ts'
import type { Doubt } from '../../language/grammar/meaning.ts'
import { NEVER, NON_BUYERS } from '../../language/grammar/non-buyers.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { type Found, longest, type Parser, type Reading, remembered } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import type { Window } from '../../time/window.ts'
import { campaignFirst } from '../events/campaign-phrases.ts'
import { eventPhrases } from '../events/events-phrases.ts'
import { orderKindPhrases } from '../orders/order-codes-phrases.ts'
import { orderPhrases } from '../orders/orders-phrases.ts'
import { purchasePhrases } from '../purchases/purchases-phrases.ts'
import type { Deed } from './deed.ts'

/** A deed as it was said: what was done, or was not; at least how often; when. */
export interface SaidDeed {
  /** Undefined where it is in doubt. */
  readonly deed: Deed | undefined
  readonly negative: boolean
  readonly times?: number
  readonly within?: Window
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const deeds = remembered(
  longest(...orderPhrases, ...orderKindPhrases, ...purchasePhrases, ...eventPhrases, campaignFirst),
)

/** `ordered in March`, `opened an e-mail`, `used SUMMER20`, `never viewed Tea`: one deed, in one window. */
export const deedAt: Parser<SaidDeed> = (reading, at) => {
  const found = deeds(reading, at)
  if (found === undefined) return undefined
  const { criteria, assumptions, doubts } = found.value
  if (doubts.length > 0)
    return { value: { deed: undefined, negative: false, assumptions, doubts }, end: found.end }
  const said = criteria === undefined ? undefined : saidDeed(criteria)
  if (said === undefined) return undefined
  const later = said.times === undefined && !said.negative ? timesAt(reading, found.end) : undefined
  return {
    value: {
      ...said,
      ...(later === undefined ? {} : { times: later.value }),
      // Of a condition by itself; a deed among others has a time of its own.
      assumptions: assumptions.filter((one) => one !== NEVER && one !== NON_BUYERS),
      doubts,
    },
    end: later?.end ?? found.end,
  }
}

/** "placed an order over $50 at least 3 times": what the noun has no place for. */
function timesAt(reading: Reading, at: number): Found<number> | undefined {
  const slots = noSlots()
  const end = collect(reading, at, slots, [timesSlot], between)
  const [test, more] = slots.times?.tests ?? []
  return test?.op === '>=' && more === undefined && typeof test.value === 'number' && test.value > 1
    ? { value: test.value, end }
    : undefined
}

type Plain = Omit<SaidDeed, 'assumptions' | 'doubts'>

/** A condition on how often something was done, as the deed; undefined for every other. */
function saidDeed(criteria: Criteria): Plain | undefined {
  if (!isCondition(criteria)) {
    const [only, more] = 'none' in criteria ? criteria.none : []
    const denied = only === undefined || more !== undefined ? undefined : saidDeed(only)
    return denied === undefined || denied.negative ? undefined : { ...denied, negative: true }
  }
  if (criteria.type === 'orders') {
    const { measure, where, within } = criteria
    return measure === 'count'
      ? counted({ did: 'ordered', ...(where && { where }) }, within, criteria)
      : undefined
  }
  if (criteria.type === 'events') {
    const { event, where, within } = criteria
    return counted({ did: 'event', event, ...(where && { where }) }, within, criteria)
  }
  if (criteria.type !== 'purchases' || criteria.except !== undefined) return undefined
  const { match, of, measure = 'orders', where, within } = criteria
  const deed: Deed = { did: 'ordered', product: of, ...(where && { where }) }
  if (match === 'none') return { deed, negative: true, ...(within && { within }) }
  return match === 'any' && measure === 'orders' ? counted(deed, within, criteria) : undefined
}

function counted(
  deed: Deed,
  within: Window | undefined,
  { op, value }: { op?: string | undefined; value?: number | [number, number] | undefined },
): Plain | undefined {
  const said = { deed, negative: false, ...(within && { within }) }
  if (op === undefined || value === undefined) return said
  if (op === '=' && value === 0) return { ...said, negative: true }
  const least = Array.isArray(value) ? undefined : op === '>=' ? value : op === '>' ? value + 1 : undefined
  if (least === undefined || least < 1) return undefined
  return least === 1 ? said : { ...said, times: least }
}

const cuts = new WeakMap<Reading, Map<number, Reading>>()

/** The same message, of which nothing behind a token can be seen. */
export function cutAt(reading: Reading, end: number): Reading {
  const known = cuts.get(reading) ?? new Map<number, Reading>()
  cuts.set(reading, known)
  const cut = known.get(end) ?? { ...reading, tokens: reading.tokens.slice(0, end), memo: [] }
  known.set(end, cut)
  return cut
}

export const forTheFirstTime = phrase('for the first time ever?', 'the? first time', 'first time ever')
