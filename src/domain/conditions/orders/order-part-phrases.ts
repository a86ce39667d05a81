import {
  AT_LEAST_ONE,
  atLeast,
  NONE,
  ordersAsked,
  overWindows,
  told,
  whereOf,
  withTotal,
} from '../../language/grammar/asked.ts'
import {
  between,
  noSlots,
  plainProductSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { allOf, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { productCriteria } from '../../language/grammar/product-criteria.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { type Timing, timing } from '../../language/grammar/timing.ts'
import { isCondition } from '../../criteria/node.ts'
import { orderPhrases } from './orders-phrases.ts'
import { collect } from '../../language/grammar/slots.ts'
import { heldCode } from '../../language/grammar/code-words.ts'

const none = phrase('none|neither', 'not one|any', 'not a single one')
const ofThose = phrase('of which|them|those|these', 'of those|these orders|purchases')
const ofTheirs = phrase('of whose|their|the orders|purchases|transactions', 'of whose|their|the first|last')
const link = phrase(
  'was|were|is|are|being|had|has|have|carried|used|came|placed|made|included|contained|with',
  'was|were|is|are|been? placed|made|bought|ordered|for|from|of',
)

/**
 * `precisely one of which carried a code`, `none of them discounted`, `two of those in store`: how many of the orders
 * spoken of before are of some kind.
 */
const someOfThem: Parser<Meaning> = (reading, at) => {
  const head = headAt(reading, at)
  if (head === undefined) return undefined
  const slots = noSlots()
  let from = head.end
  for (let i = 0; i < 2; i++) from = skip(reading, from, link)
  const code = heldCode(reading, from)
  if (code !== undefined) Object.assign(slots.where, code.value)
  const readers = [plainProductSlot, timingSlot, totalSlot, ...whereSlots]
  const end = collect(reading, code?.end ?? from, slots, readers, between)
  const { products } = slots
  if (
    end === head.end ||
    (products === undefined && slots.total === undefined && whereOf(slots.where) === undefined)
  )
    return undefined
  const time = slots.timing ?? timeOfThose(reading, at, head.end)
  if (time !== undefined) slots.timing = time
  withTotal(reading, slots, at, end)
  const asked = head.value === NONE ? { test: NONE, assumptions: [] } : atLeast(head.value, ' of them')
  const counted =
    products === undefined
      ? ordersAsked('count', asked.test, slots)
      : overWindows(slots.timing, (within) =>
          productCriteria(products, {
            match: head.value === NONE ? 'none' : 'any',
            within,
            where: whereOf(slots.where),
            ...(head.value === NONE ? {} : { measure: 'orders', tests: asked.test.tests }),
          }),
        )
  // "none of whose orders were …" says that there are some.
  const there = ordersAsked('count', AT_LEAST_ONE, { where: {} })
  const criteria = head.value === NONE ? allOf([there, counted]) : counted
  return { value: told(criteria, slots, asked.assumptions), end }
}

/** "2+ orders in the last 12 months, one of these orders above 100": they were placed in that time. */
function timeOfThose(reading: Reading, at: number, end: number): Timing | undefined {
  if (reading.tokens.slice(at, end).some(({ word }) => /^(?:whose|their|the)$/.test(word))) return undefined
  for (const i of placesBefore(at)) {
    for (const phrases of orderPhrases) {
      const found = phrases(reading, i)
      const criteria = found?.value.criteria
      if (found === undefined || found.end > at || criteria === undefined || !isCondition(criteria)) continue
      if (criteria.type !== 'orders') continue
      return criteria.within && timing(criteria.within)
    }
  }
  return undefined
}

function headAt(reading: Reading, at: number): Found<Test> | undefined {
  const refused = none(reading, at)
  const number = refused >= 0 ? undefined : comparison(reading, at)
  const from = refused >= 0 ? refused : number?.end
  if (from === undefined || (number !== undefined && !mayCount(number.value))) return undefined
  const theirs = ofTheirs(reading, from)
  const those = ofThose(reading, from)
  const end =
    theirs >= 0 && orderWord.test(wordAt(reading, theirs - 1)) ? theirs : spoken(reading, at) ? those : -1
  return end < 0 ? undefined : { value: number?.value ?? NONE, end }
}

const orderWord = /^(?:orders?|purchases?|transactions?)$/

/** "of them" is of orders where orders were the last thing counted. */
const spoken = (reading: Reading, at: number): boolean =>
  [...placesBefore(at)].some((i) => orderWord.test(wordAt(reading, i)))

export const orderPartPhrases: readonly Parser<Meaning>[] = [someOfThem]
