import type { Criteria } from '../../criteria/schema.ts'
import { AT_LEAST_ONE, atLeast, moneyAsked, overWindows, told, whereOf, withTotal } from '../grammar/asked.ts'
import {
  between,
  noSlots,
  plainProductSlot,
  timesSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../grammar/buying.ts'
import { comparison, type Test } from '../grammar/comparison.ts'
import { allOf, type Meaning } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { productCriteria } from '../grammar/product-criteria.ts'
import { type Found, type Parser, type Reading, remembered, wordAt } from '../grammar/reading.ts'
import { collect } from '../grammar/slots.ts'
import { type Deed, deedBefore } from './deed-before.ts'

const joint = phrase('and|but|or|,')
const lead = phrase('also|then|has|have|had')
const noun = phrase('order|orders|purchase|purchases|one|ones|times|time|x', 'of them|those')
const againWord = phrase('again|also|too|more')
const withWord = phrase('with|at')
/** "spent 50+ with Glow and 50+ with Lash" */
const withProducts: typeof plainProductSlot = (reading, at, slots) => {
  const opened = withWord(reading, at)
  return opened < 0 ? undefined : plainProductSlot(reading, opened, slots)
}
const some = phrase('not|never zero|none|0', 'more than zero|none|0')
const another = phrase('another one|order|purchase|time?', 'a second one|order|purchase', 'again')

/**
 * "2 orders in 2024 and at least 1 in 2025", "50+ on Tea and 20+ on Coffee", "over 100 in store and over 100
 * online": a number of the deed spoken of before, at another time, in another way or of other products.
 */
export const countedAgain = (deeds: Parser<Meaning>): Parser<Meaning> =>
  remembered((reading, at) => {
    const first = firstOf(reading, at)
    if (first === undefined) return undefined
    const start = skip(reading, at, lead)
    const slots = noSlots()
    const head = numberAt(reading, start)
    const from = skip(reading, head?.end ?? start, againWord)
    const readers = [timingSlot, plainProductSlot, withProducts, totalSlot, ...whereSlots]
    const end = collect(reading, from, slots, head === undefined ? [timesSlot, ...readers] : readers, between)
    const number = head?.value ?? (slots.products === undefined ? undefined : slots.times)
    if (number === undefined || (end === from && !endsIn(reading, number, end))) return undefined
    const deed = deedBefore(reading, first, deeds)
    if (deed === undefined || !isOfKind(deed, number)) return undefined
    if (end === from && !isCapped(deed) && !(number.times === true && isUncounted(deed))) return undefined
    // "bought Coffee, and over 50 in 2025" does not say of what.
    if (deed.op === undefined && number.times === undefined && !isTimes(reading, start, from))
      return undefined
    withTotal(reading, slots, at, end)
    const asked = isMoney(deed) ? moneyAsked(reading, number) : counted(reading, number, start)
    const other = whereOf(slots.where)
    const where = other ?? ('where' in deed ? whereIn(deed) : undefined)
    const { products } = slots
    // "at most 3 in the last year, but at least one" is of the same time.
    const same = end === from ? deed.within : undefined
    const criteria = overWindows(slots.timing, (time) => {
      const within = time ?? same
      return products === undefined
        ? allOf(asked.test.tests.map((test) => again(deed, test, { within, where })))
        : productCriteria(products, {
            match: 'any',
            measure:
              deed.type === 'purchases' ? (deed.measure ?? 'orders') : isMoney(deed) ? 'spend' : 'orders',
            tests: asked.test.tests,
            within,
            where,
          })
    })
    return { value: told(criteria, slots, asked.assumptions), end }
  })

/** Where what is joined begins: "but only once" takes "only" for a part of the joining words. */
function firstOf(reading: Reading, at: number): number | undefined {
  if (joint(reading, at - 1) >= 0) return at
  const word = wordAt(reading, at - 1)
  if (limit.test(word) && joint(reading, at - 2) >= 0) return at - 1
  return /^(?:also|then)$/.test(word) && joint(reading, at - 2) >= 0 ? at : undefined
}

/** "fewer than 3 orders but at least one": nothing else is said of it. */
const endsIn = ({ tokens }: Reading, { bare, tests }: Test, end: number): boolean =>
  !bare &&
  tests.every(({ op }) => op.startsWith('>')) &&
  /^(?:|[.,;:!?)]|and|but|who)$/.test(tokens[end]?.word ?? '')

/** "bought in store, more than once": that it was done was said, and how often is said now. */
const isUncounted = (deed: Deed): boolean =>
  deed.op === undefined ||
  (deed.type === 'orders' && deed.measure === 'count' && deed.op === '>=' && deed.value === 1)

/** At most so many, to which a least number can be said. */
const isCapped = (deed: Deed): boolean => deed.op?.startsWith('<') === true && !isMoney(deed)

const limit = /^(?:only|just|exactly)$/

function numberAt(reading: Reading, at: number): Found<Test> | undefined {
  const once = Math.max(another(reading, at), some(reading, at))
  if (once >= 0) return { value: AT_LEAST_ONE, end: once }
  const found = comparison(reading, at)
  if (found === undefined || found.value.percent) return undefined
  return { value: found.value, end: skip(reading, found.end, noun) }
}

const isTimes = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens
    .slice(from, to)
    .some(({ word }) => /^(?:times?|x|orders?|purchases?|another|again)$/.test(word))

const whereIn = (deed: Deed) => (deed.type === 'events' ? undefined : deed.where)

const isMoney = (deed: Deed): boolean =>
  deed.type === 'events'
    ? false
    : deed.type === 'orders'
      ? deed.measure !== 'count'
      : deed.measure === 'spend'

/** Money is compared with money, times with times. */
const isOfKind = (deed: Deed, test: Test): boolean =>
  isMoney(deed)
    ? test.times === undefined
    : test.currency === undefined && test.tests.every(({ value }) => [value].flat().every(Number.isInteger))

/** "only once" is exactly once; other bare numbers are at least so many, as where a time stands behind them. */
const counted = (reading: Reading, test: Test, at: number) =>
  limit.test(wordAt(reading, at)) || limit.test(wordAt(reading, at - 1))
    ? { test: { ...test, bare: false }, assumptions: [] }
    : test.times === true && test.bare && test.tests[0]?.value === 1
      ? { test: { ...test, bare: false }, assumptions: ['“once” is read as exactly once.'] }
      : atLeast(test, ' times')

type Said = Pick<Parameters<typeof productCriteria>[1], 'within' | 'where'>

function again(deed: Deed, test: Test['tests'][number], { within, where }: Said): Criteria {
  const { within: _time, ...rest } = deed
  const timed = within === undefined ? {} : { within }
  const other = where === undefined ? {} : { where }
  switch (rest.type) {
    case 'orders':
      return { ...rest, ...test, ...timed, ...other }
    case 'purchases':
      return { ...rest, match: 'any', measure: rest.measure ?? 'orders', ...test, ...timed, ...other }
    case 'events':
      return { ...rest, ...test, ...timed }
  }
}
