import type { Comparison } from '../shared/comparison.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { people } from '../../language/grammar/fillers.ts'
import { type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import type { Window } from '../../time/window.ts'
import { known } from './attribute-dates-phrases.ts'

/** "women 25–34": a range right behind women or men is their age. */
export function ageBehind(reading: Reading, at: number): Found<ReturnType<typeof ageCriteria>> | undefined {
  const found = yearsBehind(reading, at)
  return found && { value: ageCriteria(found.value), end: found.end }
}

function yearsBehind(reading: Reading, at: number): Found<Comparison> | undefined {
  const found = comparison(reading, at)
  const [test] = found?.value.tests ?? []
  if (found === undefined || test === undefined || found.value.bare || found.value.currency !== undefined)
    return undefined
  // "women over 40" are so old; "women with over 40 orders" have a noun behind the number.
  const end = skip(reading, found.end, ofLife)
  if (found.value.times || found.value.percent || !clear(reading, end)) return undefined
  return isAge(test) ? { value: test, end } : undefined
}

const ofLife = phrase('years|year|yrs|yr old|olds?', 'years of age')
const next = phrase(',|;|.|in|from|who|whose|whom|that|which|with|and|or|but|living|based|only')
const clear = (reading: Reading, at: number): boolean => at >= reading.tokens.length || next(reading, at) >= 0

const aged = phrase('aged|age|ages', 'whose? age is|of|:|=?', 'of age', 'with an age')
const yearsOld = phrase('years|year old|olds', 'years of age', 'yo|y', 'year olds')
const decadeWord = phrase('in their', 'aged in their')
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
  return { value: { op: 'between', value: [ten, ten + 9] }, end: joined }
}

const TENS: ReadonlyMap<string, number> = new Map([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
])

const olderThan = phrase('older|over than? the? age? of?', 'over the age of')
const youngerThan = phrase('younger|under than? the? age? of?', 'under the age of')

/** "older than 60", "people over 40": so many years, where nothing else is counted. */
function olderOrYounger(reading: Reading, at: number): Found<Comparison> | undefined {
  const head = people(reading, at)
  if (head >= 0 && !/^(?:those|ones|all)$/.test(reading.tokens[at]?.word ?? '')) {
    const found = comparison(reading, head)
    const [test] = found?.value.tests ?? []
    const plain = found !== undefined && !found.value.bare && found.value.currency === undefined
    if (
      test !== undefined &&
      plain &&
      !found.value.times &&
      !found.value.percent &&
      clear(reading, found.end)
    )
      return isAge(test) && [test.value].flat().every((n) => n >= 10)
        ? { value: test, end: found.end }
        : undefined
  }
  const [up, down] = [olderThan(reading, at), youngerThan(reading, at)]
  const end = Math.max(up, down)
  const said = reading.tokens[at]?.word ?? ''
  const number = end < 0 ? undefined : reading.tokens[end]?.number
  const certain = /^(?:older|younger)$/.test(said) || reading.tokens[end - 2]?.word === 'age'
  if (number === undefined || !certain || !clear(reading, end + 1)) return undefined
  const test: Comparison = { op: up > down ? '>' : '<', value: number }
  return isAge(test) ? { value: test, end: end + 1 } : undefined
}

/** "under 35, female": a number alone, next to a word for women or men. */
function besideGender(reading: Reading, at: number): Found<Comparison> | undefined {
  if (at > 0 && !/^[,;:.]$/.test(wordAt(reading, at - 1))) return undefined
  const found = comparison(reading, at)
  const [test, more] = found?.value.tests ?? []
  if (found === undefined || test === undefined || more !== undefined || found.value.bare) return undefined
  const counted = found.value.currency ?? found.value.times ?? found.value.percent
  if (counted !== undefined || !isAge(test) || [test.value].flat().some((n) => n < 14)) return undefined
  const behind = wordAt(reading, found.end) === ',' && genderWord(reading, found.end + 1) >= 0
  const before = at > 1 && genderWord(reading, at - 2) >= 0 && clear(reading, found.end)
  return behind || before ? { value: test, end: found.end } : undefined
}

/** "men in Germany over 40": a number behind the place of people, where nothing else is counted. */
function behindPlace(reading: Reading, at: number): Found<Comparison> | undefined {
  for (const from of [at - 2, at - 3, at - 4]) {
    if (!/^(?:in|from)$/.test(wordAt(reading, from))) continue
    const head = Math.max(genderWord(reading, from - 1), people(reading, from - 1))
    const placed = reading.links
      .at(from + 1)
      .some(({ field, end }) => end === at && /^(?:country|region|city)$/.test(field))
    if (head !== from || !placed) continue
    const found = yearsBehind(reading, at)
    return found !== undefined && [found.value.value].flat().every((n) => n >= 14) ? found : undefined
  }
  return undefined
}

const genderWord = phrase('women|woman|female|females|ladies|girls|men|man|male|males|gentlemen|guys|boys')

/** `aged 25 to 34`, `over 40 years old`, `under 30s`. */
const age: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const named =
    agedPeople(reading, start) ??
    olderOrYounger(reading, start) ??
    besideGender(reading, start) ??
    (negative ? undefined : behindPlace(reading, start))
  if (named !== undefined) {
    const criteria = ageCriteria(named.value)
    const value = known(reading, at, named.end, 'birthday', negative ? negated(criteria) : criteria)
    return { value: { ...value, people: true }, end: named.end }
  }
  const opened = aged(reading, start)
  const older = oldEnough(reading, opened >= 0 ? opened : start)
  if (older !== undefined) {
    const criteria = ageCriteria(older.value)
    return {
      value: known(reading, at, older.end, 'birthday', negative ? negated(criteria) : criteria),
      end: older.end,
    }
  }
  const found = comparison(reading, opened >= 0 ? opened : start)
  const [test] = found?.value.tests ?? []
  if (found === undefined || test === undefined || found.value.tests.length > 1) return decade(reading, at)
  const closed = yearsOld(reading, found.end)
  if ((opened < 0 && closed < 0) || !isAge(test)) return undefined
  return {
    value: known(
      reading,
      at,
      found.end,
      'birthday',
      negative ? negated(ageCriteria(test)) : ageCriteria(test),
    ),
    end: Math.max(closed, found.end),
  }
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
  if (opened >= 0 && spelled !== undefined) {
    const test: Comparison = { op: 'between', value: [spelled, spelled + 9] }
    return { value: known(reading, at, opened + 1, 'birthday', ageCriteria(test)), end: opened + 1 }
  }
  const number = opened < 0 ? undefined : reading.tokens[opened]?.number
  if (number === undefined || number % 10 !== 0 || reading.tokens[opened + 1]?.word !== 's') return undefined
  const end = opened + 2
  return {
    value: known(reading, at, end, 'birthday', ageCriteria({ op: 'between', value: [number, number + 9] })),
    end,
  }
}

const isAge = ({ value }: Comparison): boolean =>
  [value].flat().every((n) => Number.isInteger(n) && n > 0 && n < 120)

/** Ages are whole years lived: 25 to 34 is born more than 25 and not yet 35 years ago. */
function ageCriteria({ op, value }: Comparison) {
  const [low, high] = Array.isArray(value) ? value : [value, value]
  const born = (during: Window) =>
    ({ type: 'attribute', field: 'birthday', op: 'during', window: during }) as const
  switch (op) {
    case '>=':
      return born({ kind: 'older', n: low, unit: 'year' })
    case '>':
      return born({ kind: 'older', n: low + 1, unit: 'year' })
    case '<':
      return born({ kind: 'last', n: low, unit: 'year' })
    case '<=':
      return born({ kind: 'last', n: low + 1, unit: 'year' })
    case '=':
    case 'between':
      return born({ kind: 'ago', from: low, to: high + 1, unit: 'year' })
  }
}

export const attributeAgePhrases: readonly Parser<Meaning>[] = [age]
