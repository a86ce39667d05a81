import { comparison, isPlain } from '../../language/grammar/comparison.ts'
import { filler, people, sign } from '../../language/grammar/fillers.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../../language/grammar/reading.ts'
import type { Comparison } from '../shared/comparison.ts'
import { ageCriteria, isAge, isGrownUp, oneAge } from './age-criteria.ts'

const ofLife = phrase('years|year|yrs|yr old|olds?', 'years of age')
const next = phrase(
  ',|;|.|in|from|who|whose|whom|that|which|with|and|or|but|living|based|only',
  'do|did we|you have',
)

/** Nothing is counted behind the number: the sentence ends, or goes on with something else. */
export function clear(reading: Reading, at: number): boolean {
  if (at >= reading.tokens.length || next(reading, at) >= 0) return true
  const small = Math.max(filler(reading, at), sign(reading, at))
  return small > at && clear(reading, small)
}

export const aged = phrase('aged|age|ages', 'whose? age is|of|:|=?', 'of age', 'with|have|having? an age of?')

/** "women 25–34": a range right behind women or men is their age. */
export function ageBehind(reading: Reading, at: number): Found<ReturnType<typeof ageCriteria>> | undefined {
  const found = yearsBehind(reading, skip(reading, at, aged)) ?? olderOrYounger(reading, at)
  return found && { value: ageCriteria(found.value), end: found.end }
}

function yearsBehind(reading: Reading, at: number): Found<Comparison> | undefined {
  const found = comparison(reading, at)
  if (found === undefined || found.value.bare || !isPlain(found.value)) return undefined
  // "women over 40" are so old; "women with over 40 orders" have a noun behind the number.
  const end = skip(reading, found.end, ofLife)
  if (!clear(reading, end)) return undefined
  const test = oneAge(found.value.tests)
  return test !== undefined && isAge(test) ? { value: test, end } : undefined
}

/** "people over 40": where nothing else is counted. */
export function behindPeople(reading: Reading, at: number): Found<Comparison> | undefined {
  const head = people(reading, at)
  if (head < 0 || /^(?:those|ones|all)$/.test(wordAt(reading, at))) return undefined
  const found = yearsBehind(reading, head)
  return found !== undefined && [found.value.value].flat().every((n) => n >= 10) ? found : undefined
}

const genderWord = phrase('women|woman|female|females|ladies|girls|men|man|male|males|gentlemen|guys|boys')

const joined = phrase(',', ',? and')

/** "who are female, over 40", "who are women and over 40": both are said of the same people. */
export function ageOfWhom(
  reading: Reading,
  at: number,
  end: number,
): Found<ReturnType<typeof ageCriteria>> | undefined {
  const next = joined(reading, end)
  const found =
    next < 0 || !areWho(reading, at - 1)
      ? undefined
      : (bareAge(reading, next) ?? olderOrYounger(reading, next))
  return found !== undefined && isAge(found.value) && isGrownUp(found.value) && clear(reading, found.end)
    ? { value: ageCriteria(found.value), end: found.end }
    : undefined
}

/** "under 35, female": a number alone, next to a word for women or men. */
export function besideGender(reading: Reading, at: number): Found<Comparison> | undefined {
  if (at > 0 && !/^[,;:.]$/.test(wordAt(reading, at - 1))) return undefined
  const found = yearsAlone(reading, at)
  if (found === undefined) return undefined
  const behind = wordAt(reading, found.end) === ',' && genderWord(reading, found.end + 1) >= 0
  const before = at > 1 && genderWord(reading, at - 2) >= 0 && clear(reading, found.end)
  return behind || before ? found : undefined
}

function yearsAlone(reading: Reading, at: number): Found<Comparison> | undefined {
  const found = comparison(reading, at)
  if (found === undefined || found.value.bare || !isPlain(found.value)) return undefined
  const test = oneAge(found.value.tests)
  return test !== undefined && isAge(test) && isGrownUp(test) ? { value: test, end: found.end } : undefined
}

/** "men in Germany over 40": a number behind the place of people, where nothing else is counted. */
export function behindPlace(reading: Reading, at: number): Found<Comparison> | undefined {
  for (const from of [at - 2, at - 3, at - 4]) {
    if (!/^(?:in|from)$/.test(wordAt(reading, from))) continue
    const head = Math.max(genderWord(reading, from - 1), people(reading, from - 1))
    const placed = reading.links
      .at(from + 1)
      .some(({ field, end }) => end === at && /^(?:country|region|city)$/.test(field))
    if (head !== from || !placed) continue
    const found = yearsBehind(reading, at)
    return found !== undefined && isGrownUp(found.value) ? found : undefined
  }
  return undefined
}

const olderThan = phrase('older|over than? the? age? of?', 'over|above|past|beyond the age of')
const youngerThan = phrase('younger|under than? the? age? of?', 'under|below the age of')
const years = phrase('years|year|yrs old|of? age?')

/** "older than 60", "below the age of 30": so many years, where nothing else is counted. */
export function olderOrYounger(reading: Reading, at: number): Found<Comparison> | undefined {
  const denied = wordAt(reading, at) === 'no' ? at + 1 : at
  const [up, down] = [olderThan(reading, denied), youngerThan(reading, denied)]
  const end = Math.max(up, down)
  const number = end < 0 ? undefined : reading.tokens[end]?.number
  if (number === undefined) return undefined
  // “orders older than 40” days are not of people.
  if (/^(?:orders?|purchases?)$/.test(wordAt(reading, at - 1))) return undefined
  const certain = /^(?:older|younger)$/.test(wordAt(reading, denied)) || wordAt(reading, end - 2) === 'age'
  if (!certain) return undefined
  // “orders older than 2 years” are not of people.
  const closed = arePeople(reading, at) ? skip(reading, end + 1, years) : end + 1
  if (!clear(reading, closed)) return undefined
  const op = up > down ? (denied > at ? '<=' : '>') : denied > at ? '>=' : '<'
  const test: Comparison = { op, value: number }
  return isAge(test) ? { value: test, end: closed } : undefined
}

const past = phrase('well? past')

function bareAge(reading: Reading, at: number): Found<Comparison> | undefined {
  const beyond = past(reading, at)
  const number = beyond < 0 ? undefined : reading.tokens[beyond]?.number
  return number === undefined
    ? yearsAlone(reading, at)
    : { value: { op: '>', value: number }, end: beyond + 1 }
}

/** "customers who are over 40": a number that people themselves are, where nothing else is counted. */
export function whatPeopleAre(reading: Reading, at: number): Found<Comparison> | undefined {
  if (!arePeople(reading, at)) return undefined
  const found = bareAge(reading, at)
  return found !== undefined && isGrownUp(found.value) && isAge(found.value) && clear(reading, found.end)
    ? found
    : undefined
}

/** Whether what stands at a token is said of people, with a helping verb or without: “who are …”, “except people …”. */
const arePeople = (reading: Reading, at: number): boolean =>
  areWho(reading, at - 1) || endsPeople(reading, at)

const WHO = /^(?:who|they|he|she|you)$/
const OTHERS = /^(?:whose|which|where|when|whom|that|with|without|orders?|purchases?|their)$/

/** Whether the word at a token is a helping verb said of people: “who are”, “that are not”, “… and are”. */
function areWho(reading: Reading, at: number): boolean {
  let verb = at
  while (/^(?:not|also|already|now|currently|still|either|both)$/.test(wordAt(reading, verb))) verb--
  if (!/^(?:are|is)$/.test(wordAt(reading, verb))) return false
  const before = wordAt(reading, verb - 1)
  if (verb === 0 || WHO.test(before) || endsPeople(reading, verb)) return true
  if (before === 'that') return endsPeople(reading, verb - 1)
  if (!/^(?:and|or|but|,|also|either|both)$/.test(before)) return false
  for (let i = verb - 1; i >= 0; i--) {
    if (WHO.test(wordAt(reading, i))) return true
    if (wordAt(reading, i) === 'that' && endsPeople(reading, i)) return true
    if (OTHERS.test(wordAt(reading, i))) return false
  }
  return false
}

const plural = phrase(
  'customers|people|everyone|everybody|anyone|anybody|shoppers|buyers|users|clients|members|folks|those|ones|subscribers|contacts',
)
/** "whose users are …" are other people. */
const endsPeople = (reading: Reading, to: number): boolean =>
  Math.max(plural(reading, to - 1), genderWord(reading, to - 1)) === to &&
  !/^(?:whose|their|of|by|from|for)$/.test(wordAt(reading, to - 2))
