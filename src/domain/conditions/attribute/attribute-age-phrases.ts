import type { Comparison } from '../shared/comparison.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import {
  aged,
  behindPeople,
  behindPlace,
  besideGender,
  clear,
  olderOrYounger,
  whatPeopleAre,
} from './age-beside-people.ts'
import { ageCriteria, isAge, saidAge } from './age-criteria.ts'
import { known } from './attribute-dates-phrases.ts'

const yearsOld = phrase('years|year old|olds', 'years of age', 'yo|y', 'year olds')
const decadeWord = phrase('in their|his|her', 'aged in their|his|her')
const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
])

const overUnder = phrase('over|above|under|below', 'over|under -')
const plural = phrase('s')
const somethings = phrase('something|somethings', '- something|somethings', 's something|somethings')

/** "over-50s", "under 25s", "thirtysomethings", "30-somethings": people of an age by name. */
function agedPeople(reading: Reading, at: number): Found<Comparison> | undefined {
  const opened = overUnder(reading, at)
  const number = reading.tokens[opened]
  const more = opened < 0 ? -1 : plural(reading, opened + 1)
  if (number?.number !== undefined && more >= 0) {
    const op = /^(?:over|above)$/.test(reading.tokens[at]?.word ?? '') ? '>' : '<'
    return { value: { op, value: number.number }, end: more }
  }
  const word = reading.tokens[at]?.word ?? ''
  const spelled = TENS.get(word.replace(/somethings?$/, ''))
  const written = reading.tokens[at]?.number
  const joined = spelled !== undefined && /somethings?$/.test(word) ? at + 1 : somethings(reading, at + 1)
  const ten = spelled ?? (written !== undefined && written % 10 === 0 ? written : undefined)
  if (ten === undefined || joined < 0) return undefined
  return { value: tenFrom(ten), end: joined }
}

const TENS: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
])

const ages = phrase('between|from|of? the? ages of?', 'within the ages of?')
const rangeWord = phrase('and|to|through|-')
const agesIn = phrase('in|within|from|of? the|our|an', 'in|within', 'aged in|within the?')
const ageGroup = phrase(
  'age|ages group|groups|bracket|brackets|range|band|bands|bucket|cohort|segment|category',
)
const agesOf = phrase('of|from|between|:', '( of|from?')

/** "between the ages of 25 and 34", "in the 25-34 age group": from one age to another. */
function agesFromTo(reading: Reading, at: number): Found<Comparison> | undefined {
  const opened = ages(reading, at)
  const low = opened < 0 ? undefined : reading.tokens[opened]?.number
  const joined = low === undefined ? -1 : rangeWord(reading, opened + 1)
  const high = joined < 0 ? undefined : reading.tokens[joined]?.number
  if (low !== undefined && high !== undefined && low <= high)
    return withinAge([{ op: 'between', value: [low, high] }], joined + 1)
  const group = skip(reading, at, agesIn)
  const named = ageGroup(reading, group)
  const found = comparison(reading, named < 0 ? group : skip(reading, named, agesOf))
  const end = found === undefined ? -1 : named < 0 ? ageGroup(reading, found.end) : found.end
  return end < 0 || found?.value.bare !== false ? undefined : withinAge(found.value.tests, end)
}

function withinAge(tests: readonly Comparison[], end: number): Found<Comparison> | undefined {
  const test = saidAge(tests)
  return test !== undefined && isAge(test) ? { value: test, end } : undefined
}

const turned = phrase('turned|reached', 'reached|hit the age of', 'turned the age of?')
const yet = phrase('yet', 'so far')

/** "have not turned 30 yet", "are not yet 30", "have reached the age of 40". */
function reachedAge(reading: Reading, at: number): Found<Comparison> | undefined {
  const { negative, end: start } = polarity(reading, at)
  const verb = turned(reading, start)
  const number = reading.tokens[verb >= 0 ? verb : start]?.number
  if (number === undefined) return undefined
  const behind = (verb >= 0 ? verb : start) + 1
  const end = skip(reading, behind, yet)
  const notYet = reading.tokens.slice(at, start).some(({ word }) => word === 'yet')
  const stillTo = negative && (end > behind || notYet)
  // "turned 30 in March" is of a birthday.
  const ofAge = wordAt(reading, verb - 1) === 'of'
  if ((!stillTo && !ofAge) || !clear(reading, end) || window(reading, end) !== undefined) return undefined
  return { value: { op: negative ? '<' : '>=', value: number }, end }
}

/** `aged 25 to 34`, `over 40 years old`, `under 30s`. */
const age: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const reached = reachedAge(reading, at)
  if (reached !== undefined && isAge(reached.value)) return ofAge(reading, at, reached)
  const named =
    agedPeople(reading, start) ??
    behindPeople(reading, start) ??
    besideGender(reading, start) ??
    (negative ? undefined : behindPlace(reading, start))
  const said =
    named ?? olderOrYounger(reading, start) ?? whatPeopleAre(reading, start) ?? agesFromTo(reading, start)
  if (said !== undefined) {
    const found = ofAge(reading, at, said, negative)
    // “women and older than 40” says two things of the same people.
    return named === undefined ? found : { ...found, value: { ...found.value, people: true } }
  }
  const opened = aged(reading, start)
  const from = Math.max(opened, start)
  const older = oldEnough(reading, from)
  if (older !== undefined) return ofAge(reading, at, older, negative)
  const found = comparison(reading, from)
  const test = found && saidAge(found.value.tests)
  if (found === undefined || test === undefined) return decade(reading, at)
  const closed = yearsOld(reading, found.end)
  if ((opened < 0 && closed < 0) || !isAge(test)) return undefined
  const { value } = ofAge(reading, at, { value: test, end: found.end }, negative)
  return { value, end: Math.max(closed, found.end) }
}

/** People of that age, or all others where it is denied. */
function ofAge(
  reading: Reading,
  at: number,
  { value, end }: Found<Comparison>,
  negative = false,
): Found<Meaning> {
  const criteria = ageCriteria(value)
  return { value: known(reading, at, end, 'birthday', negative ? negated(criteria) : criteria), end }
}

const older = phrase('or|and older|over|above|up', 'years? or older|over|more', 'plus')
const younger = phrase('or|and younger|under|below', 'years? or younger|under|less')

/** `40 or older`, `25 and under`: the words say that the number is an age. */
function oldEnough(reading: Reading, at: number): Found<Comparison> | undefined {
  const number = reading.tokens[at]?.kind === 'number' ? reading.tokens[at].number : undefined
  if (number === undefined) return undefined
  const up = older(reading, at + 1)
  const down = younger(reading, at + 1)
  const last = reading.tokens[Math.max(up, down) - 1]?.word ?? ''
  // "3 or more" and "40 plus" may be of anything.
  if (!/^(?:older|younger)$/.test(last)) return undefined
  const test: Comparison = { op: up > down ? '>=' : '<=', value: number }
  return isAge(test) ? { value: test, end: Math.max(up, down) } : undefined
}

function decade(reading: Reading, at: number): Found<Meaning> | undefined {
  const opened = decadeWord(reading, at)
  const spelled = DECADES.get(reading.tokens[opened]?.word ?? '')
  if (opened >= 0 && spelled !== undefined)
    return ofAge(reading, at, { value: tenFrom(spelled), end: opened + 1 })
  const number = opened < 0 ? undefined : reading.tokens[opened]?.number
  if (number === undefined || number % 10 !== 0 || reading.tokens[opened + 1]?.word !== 's') return undefined
  return ofAge(reading, at, { value: tenFrom(number), end: opened + 2 })
}

const tenFrom = (first: number): Comparison => ({ op: 'between', value: [first, first + 9] })

export const attributeAgePhrases: readonly Parser<Meaning>[] = [age]
