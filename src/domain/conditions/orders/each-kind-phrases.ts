import type { OrderFilter } from '../shared/filters.ts'
import { AT_LEAST_ONE, ordersAsked, passesZero, told, withTotal } from '../../language/grammar/asked.ts'
import {
  between,
  type BuySlots,
  noSlots,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { comparison, isPlain, type Test } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning } from '../../language/grammar/meaning.ts'
import { never, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { TIME_OF_EACH } from '../../language/grammar/timing.ts'
import { lead, noun } from './order-nouns.ts'

const bothWord = phrase('both')
const joint = phrase(',? and', ',? as well as', 'and also', 'and|plus', ',')
const article = phrase('a|an')

interface Kind {
  readonly where: OrderFilter
  /** How many of that kind; undefined where no number and no article says so. */
  readonly test?: Test
}

/** `both online and in-store orders`, `at least one mobile and at least two desktop orders`: so many of each kind. */
const eachKind: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  if (negative) return undefined
  let start = comparison(reading, polar) === undefined ? polar : -1
  for (let i = 0; i < 2 && start >= 0; i++) start = skip(reading, start, lead)
  const from = start < 0 ? polar : start
  const both = bothWord(reading, from)
  const slots = noSlots()
  const found = kindsAt(reading, both >= 0 ? both : from, slots)
  if (found === undefined) return undefined
  const readers = [timingSlot, totalSlot, ...whereSlots]
  const end = collect(reading, found.end, slots, readers, between)
  withTotal(reading, slots, found.end, end)
  const counted = found.value.every(({ test }) => test !== undefined)
  const criteria = allOf(
    found.value.map(({ where, test = AT_LEAST_ONE }) =>
      ordersAsked('count', test, { ...slots, where: { ...slots.where, ...where } }),
    ),
  )
  const words = said(reading, from, found.end)
  const stated = both >= 0 || counted ? [] : [`“${words}” is read as: at least one of each.`]
  return { value: told(criteria, slots, [...stated, ...(slots.timing ? [TIME_OF_EACH] : [])]), end }
}

/** Kinds of one sort, which no order can be at once: those of different sorts are said of one order. */
function kindsAt(reading: Reading, at: number, all: BuySlots): Found<readonly Kind[]> | undefined {
  const first = kindAt(reading, at, all)
  if (first === undefined) return undefined
  const kinds = [first.value]
  let { end } = first
  for (;;) {
    const next = joint(reading, end)
    const kind = next < 0 ? undefined : kindAt(reading, next, all)
    if (kind === undefined) break
    kinds.push(kind.value)
    end = kind.end
  }
  const close = kinds.length < 2 ? -1 : noun(reading, end)
  const [sort, ...others] = kinds.map(({ where }) => Object.keys(where).join())
  const some = kinds.filter(({ test }) => test !== undefined).length
  if (close < 0 || others.some((one) => one !== sort) || (some > 0 && some < kinds.length)) return undefined
  return { value: kinds, end: close }
}

function kindAt(reading: Reading, at: number, all: BuySlots): Found<Kind> | undefined {
  const number = comparison(reading, at)
  const one = number === undefined ? article(reading, at) : -1
  const test = one >= 0 ? AT_LEAST_ONE : number?.value
  if (test !== undefined && (test.bare || passesZero(test) || !isPlain(test))) return undefined
  const start = one >= 0 ? one : (number?.end ?? at)
  const slots = noSlots()
  const end = collect(reading, start, slots, whereSlots, never)
  if (Object.keys(slots.where).length !== 1) return undefined
  all.doubts.push(...slots.doubts)
  all.assumptions.push(...slots.assumptions)
  return { value: { where: slots.where, ...(test === undefined ? {} : { test }) }, end }
}

export const eachKindPhrases: readonly Parser<Meaning>[] = [eachKind]
