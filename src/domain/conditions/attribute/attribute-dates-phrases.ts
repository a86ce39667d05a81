import type { Comparison } from '../shared/comparison.ts'
import { told } from '../../language/grammar/asked.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { anyOf, doubtful, type Meaning, meaning, missing, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import { window } from '../../language/grammar/window.ts'
import type { Window } from '../../time/window.ts'

/** "women 25–34": a range right behind women or men is their age. */
export function ageBehind(reading: Reading, at: number): Found<ReturnType<typeof ageCriteria>> | undefined {
  const found = comparison(reading, at)
  const [test] = found?.value.tests ?? []
  if (found === undefined || test === undefined || found.value.bare || found.value.currency !== undefined)
    return undefined
  // "women over 40" are so old; "women with over 40 orders" have a noun behind the number.
  if (found.value.times || found.value.percent || !clear(reading, found.end)) return undefined
  return isAge(test) ? { value: ageCriteria(test), end: found.end } : undefined
}

const next = phrase(',|;|.|in|from|who|that|which|with|and|or|but|living|based|only')
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

/** `aged 25 to 34`, `over 40 years old`, `under 30s`. */
const age: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
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

const signUp = phrase(
  'signed|sign|signing|signups|signup|sign up|ups?',
  'signed up for? an|the? account|newsletter?',
  'joined|registered|enrolled|subscribed?',
  'created|opened|made? an? account|accounts|profile',
  'account|accounts|profile created|opened|made',
  'was|were created',
  'became a? member|members',
  'new? signups|registrations|accounts|members',
  'sign up|signup|registration|join|creation date is|was?',
  'customers|customer|members since',
  'joined us',
  'created',
  'been with us|around',
  'been a? customer|customers|member|members',
)

const forLong = phrase('for')

const customerFor = phrase(
  'customers|customer|members|member|accounts|account for',
  'accounts|account older than',
  'account|accounts at least',
)

/** `signed up this year`, `joined before 2023`, `customers since 2020`. */
const signedUp: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = signUp(reading, start)
  const tenure =
    head < 0 ? customerFor(reading, start) : forLong(reading, head) >= 0 ? forLong(reading, head) : -1
  if (tenure >= 0) return tenured(reading, at, tenure, negative)
  if (head < 0) return undefined
  // "customers since 2020": the word before the window belongs to it.
  const since = reading.tokens[head - 1]?.word === 'since' ? head - 1 : head
  const found = window(reading, since)
  if (found === undefined) return everSignedUp(reading, start, head, negative)
  const criteria = anyOf(
    found.value.windows.map((one) => ({ type: 'attribute', field: 'created_at', op: 'during', window: one })),
  )
  const certain = found.value.windows.length === 0 ? undefined : negative ? negated(criteria) : criteria
  return { value: { ...told(certain, found.value), people: true }, end: found.end }
}

const ever = phrase('signed up', 'registered', 'created an account', 'joined')

/** "signed up but never bought": whoever has a sign-up date. */
function everSignedUp(
  reading: Reading,
  start: number,
  head: number,
  negative: boolean,
): Found<Meaning> | undefined {
  if (ever(reading, start) !== head || !/^(?:but|and|,|)$/.test(reading.tokens[head]?.word ?? ''))
    return undefined
  const op = negative ? 'unknown' : 'known'
  return {
    value: meaning({ type: 'attribute', field: 'created_at', op }, [
      '“signed up” is read as having a sign-up date.',
    ]),
    end: head,
  }
}

const moreWord = phrase('over', 'more than', 'longer than', 'at least', 'than')
const lessWord = phrase('less than', 'under', 'up to')

function tenured(reading: Reading, at: number, from: number, negative: boolean): Found<Meaning> | undefined {
  const less = lessWord(reading, from)
  const length = span(reading, less >= 0 ? less : skip(reading, from, moreWord))
  if (length === undefined || length.value.bare) return undefined
  const { n, unit } = length.value
  const kind = less >= 0 ? 'last' : 'older'
  const criteria = {
    type: 'attribute',
    field: 'created_at',
    op: 'during',
    window: { kind, n, unit },
  } as const
  return {
    value: known(reading, at, length.end, 'created_at', negative ? negated(criteria) : criteria),
    end: length.end,
  }
}

const born = phrase('born', 'date of birth is?', 'birth year is?')

const bornIn: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = born(reading, start)
  const found = head < 0 ? undefined : window(reading, head)
  const [first] = found?.value.windows ?? []
  if (found === undefined || first === undefined || !asksForAge(first)) return undefined
  const criteria = { type: 'attribute', field: 'birthday', op: 'during', window: first } as const
  return {
    value: { ...told(negative ? negated(criteria) : criteria, found.value), people: true },
    end: found.end,
  }
}

const asksForAge = (one: Window): boolean =>
  one.kind === 'dates' || (one.kind !== 'calendar' && one.unit === 'year')

/** A field that holds no value at all is named as missing instead of counted. */
function known(
  reading: Reading,
  from: number,
  to: number,
  field: string,
  criteria: NonNullable<Meaning['criteria']>,
): Meaning {
  if (reading.situation.vocabulary.filled(field) > 0) return meaning(criteria)
  return doubtful(missing(from, to, field, `No customer has a known ${field.replace('_', ' ')}.`))
}

export const attributeDatePhrases: readonly Parser<Meaning>[] = [age, signedUp, bornIn]
