import type { Criteria } from '../../criteria/schema.ts'
import { unite } from '../../criteria/unite.ts'
import { atLeast, moneyAsked, ordersAsked, told } from '../grammar/asked.ts'
import { between, type BuySlots, noSlots, timingSlot } from '../grammar/buying.ts'
import { comparison, type Test } from '../grammar/comparison.ts'
import { allOf, anyOf, doubtful, type Meaning, negated, question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { placeList } from '../grammar/place-list.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../grammar/reading.ts'
import { collect } from '../grammar/slots.ts'

type Measure = 'count' | 'spend'

/** A number, and what it counts where that is said. */
interface Limit {
  readonly test: Test
  readonly measure?: Measure
}
interface Entry extends Limit {
  /** "everywhere else": all places that were not named. */
  readonly place: Criteria | 'else'
}

const PEOPLE = 'customers|people|shoppers|buyers|ones|residents|clients'
const opening = phrase(
  ':|-|–|—|=|→|with|needs|need|who|that',
  `${PEOPLE} :|with|who|that|need?`,
  `( ${PEOPLE} )`,
)
const inWord = phrase('in|for|from|of|across')
const elseWord = phrase(
  'everywhere|anywhere else',
  'elsewhere',
  'the? rest of? the? world?',
  'everyone|everybody|anyone|anybody else',
  `all|any? the? others|other ${PEOPLE}?`,
  'all|any|every? the? other countries|country|places|markets',
)
const spending = phrase('have|has|had? spent|spend|spends|spending', 'paid', 'a? lifetime? spend of?')
const ordering = phrase('have|has|had? ordered|bought|placed|made|orders?', 'have|has|had')
const spentBehind = phrase('in? spent|spend|spending|revenue', 'in? lifetime spend|value', 'ltv|clv')
const ordersBehind = phrase('orders|order|purchases|purchase|times|x')
/** “over 200 lifetime”: of all there was, whatever is counted. */
const inAll = phrase('lifetime', 'in total|all', 'overall|altogether', 'all time')
const separator = phrase(',|;|/|and|but|or', ',|; and|but|or')
/** Behind other words a number may count something else: "US: 3+ items". */
const ENDS = /^(?:|[.,;/!?)]|and|but|or|in|for|from|this|last|since|all|everywhere|elsewhere)$/

/** `US: 3+ orders, Canada: 2+, everywhere else at least 1`; `spent over 400 in the US, over 300 in Canada`. */
export const limitsByPlace: Parser<Meaning> = (reading, at) =>
  listed(reading, at, placeFirst) ?? listed(reading, at, limitFirst)

function listed(reading: Reading, at: number, entry: Parser<Entry>): Found<Meaning> | undefined {
  const entries: Entry[] = []
  let end = at
  for (let next = at; next >= 0; next = separator(reading, end)) {
    const found = entry(reading, next)
    // Behind "everywhere else" there is no other place.
    if (found === undefined || entries.at(-1)?.place === 'else') break
    entries.push(found.value)
    end = found.end
  }
  const [first] = entries
  if (first === undefined || first.place === 'else' || entries.length < 2) return undefined
  const measures = new Set(entries.flatMap(({ measure }) => measure ?? []))
  const [measure, other] = measures
  if (other !== undefined) return undefined
  const slots = noSlots()
  const timed = collect(reading, end, slots, [timingSlot], between)
  if (timed > end) slots.assumptions.push(TIME_OF_ALL)
  if (measure !== undefined) return { value: inEach(reading, entries, { measure, slots }), end: timed }
  // “over 400 in the US, over 300 in Canada” may go on with what is counted; “everywhere else” ends it.
  if (entry === limitFirst && entries.at(-1)?.place !== 'else') return undefined
  return { value: unsaid(reading, entries, { at, end: timed, slots }), end: timed }
}

const TIME_OF_ALL = 'The time is read for each of these limits.'

const placeFirst: Parser<Entry> = (reading, at) => {
  const place = placeAt(reading, at)
  const limit = place && limitAt(reading, skip(reading, place.end, opening))
  return limit && { value: { ...limit.value, place: place.value }, end: limit.end }
}

const limitFirst: Parser<Entry> = (reading, at) => {
  const limit = limitAt(reading, at)
  const place = limit && placeAt(reading, limit.end)
  return place && { value: { ...limit.value, place: place.value }, end: place.end }
}

function placeAt(reading: Reading, at: number): Found<Entry['place']> | undefined {
  const start = skip(reading, at, inWord)
  const others = elseWord(reading, start)
  if (others >= 0) return { value: 'else', end: others }
  const found = placeList(reading, start)
  if (found?.value.criteria === undefined || found.value.doubts.length + found.value.assumptions.length > 0)
    return undefined
  return { value: found.value.criteria, end: found.end }
}

function limitAt(reading: Reading, at: number): Found<Limit> | undefined {
  const [spent, ordered] = [spending(reading, at), ordering(reading, at)]
  const found = comparison(reading, Math.max(at, spent, ordered))
  if (found === undefined || found.value.percent) return undefined
  const [money, count] = [spentBehind(reading, found.end), ordersBehind(reading, found.end)]
  const end = skip(reading, Math.max(found.end, money, count), inAll)
  if (!ENDS.test(wordAt(reading, end))) return undefined
  const { currency, times } = found.value
  const spends = spent >= 0 || money >= 0 || currency !== undefined
  const counts = count >= 0 || times === true
  if (spends && counts) return undefined
  return {
    value: { test: found.value, ...(spends || counts ? { measure: spends ? 'spend' : 'count' } : {}) },
    end,
  }
}

/** Those of each place who meet its own limit. */
function inEach(
  reading: Reading,
  entries: readonly Entry[],
  { measure, slots }: { measure: Measure; slots: BuySlots },
): Meaning {
  const named = entries.flatMap(({ place }) => (place === 'else' ? [] : [place]))
  const stated = new Set<string>()
  const groups = entries.map(({ place, test }) => {
    const unit = test.tests[0]?.value === 1 ? ' order' : ' orders'
    const asked = measure === 'spend' ? moneyAsked(reading, test) : atLeast(test, unit)
    for (const says of asked.assumptions) stated.add(says)
    if (place === 'else') stated.add(UNKNOWN_ELSEWHERE)
    return allOf([
      place === 'else' ? negated(anyOf(unite(named))) : place,
      ordersAsked(measure, asked.test, slots),
    ])
  })
  return told(anyOf(groups), slots, [...stated])
}

const UNKNOWN_ELSEWHERE = 'People whose place is unknown count with those everywhere else.'
/** Nobody has as many orders as that. */
const SURELY_MONEY = 100

/** "US over 400, Canada over 300": numbers as high as that are money; others may be orders. */
function unsaid(
  reading: Reading,
  entries: readonly Entry[],
  { at, end, slots }: { at: number; end: number; slots: BuySlots },
): Meaning {
  const numbers = entries.flatMap(({ test }) => test.tests.flatMap(({ value }) => value))
  if (numbers.every((n) => n >= SURELY_MONEY)) {
    const read = inEach(reading, entries, { measure: 'spend', slots })
    return { ...read, assumptions: [...read.assumptions, 'The numbers are read as money spent in all.'] }
  }
  const text = said(reading, at, end)
  return doubtful(
    question(at, end, `“${text}”: how many orders, or how much spent?`, [
      ['orders', `${text} orders`],
      ['money spent', `${text} spent`],
    ]),
  )
}
