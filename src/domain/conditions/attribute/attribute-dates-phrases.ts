import { Temporal } from 'temporal-polyfill'
import { told } from '../../language/grammar/asked.ts'
import {
  anyOf,
  doubtful,
  type Meaning,
  meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { weekdays } from '../../language/grammar/recurring-days.ts'
import { span } from '../../language/grammar/span.ts'
import { spanRange } from '../../language/grammar/span-range.ts'
import { window } from '../../language/grammar/window.ts'
import { boundsOf, dateAt } from '../../time/bounds.ts'
import type { Window } from '../../time/window.ts'
import { WEEKDAYS, type Weekday } from '../shared/recurring.ts'

const signUp = phrase(
  'signed|sign|signing|signups|signup|sign up|ups?',
  'signed up for? an|the? account|newsletter?',
  'joined|registered|enrolled|subscribed?',
  'created|opened|made? a|an|their? account|accounts|profile',
  'registered users|customers|members?',
  'account|accounts|profile created|opened|made',
  'was|were created',
  'became a? member|members',
  'new? signups|registrations|accounts|members',
  'new|newly registered? users|members|accounts',
  'newly? new? created|opened|registered profiles|profile|accounts|account',
  'new profiles|profile',
  'sign up date is|was?',
  'signup|registration|join|joining|creation|enrolment|enrollment date is|was?',
  'whose|with|have|has|having? a|an|the|their? sign up date? is|was|were?',
  'whose|with|have|has|having? a|an|the|their? signup|registration|join|joining|creation|enrolment|enrollment date? is|was|were?',
  'customers|customer|members since',
  'joined us',
  'came|come|joined|got on board',
  'came|come|joined aboard',
  'new|newest sign ups|up',
  'created',
  'been with us|around',
  'been a? customer|customers|member|members',
  'signups|signup|registrations? ( created_at|created at )',
  'created at|on|date|_at is|was?',
  'creation|created date is|was?',
  'a|an|the|their|whose? account|profile was|were|is|got|has|had? been? opened|created|made|set up?',
)

/** “were added in May”: to the records. */
const added = phrase('added')
const forLong = phrase('for')

const customerFor = phrase(
  'customers|customer|members|member|accounts|account for',
  'been? with us for',
  'been? around for',
  'accounts|account is|are|was? older than',
  'account|accounts at least',
  'whose|with? account|accounts|profile is|are|was',
)

const account = phrase(
  'account|accounts|profile|profiles',
  'been? with us',
  'been around',
  'been a? customer|customers|member|members',
)
/** "account > 1 year old": the word before what compares a length of time. */
function comparedAge(reading: Reading, at: number): number {
  const end = account(reading, at)
  return end >= 0 && Math.max(moreWord(reading, end), lessWord(reading, end)) >= 0 ? end : -1
}

/** `signed up this year`, `joined before 2023`, `customers since 2020`. */
const signedUp: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const wereAdded = /^(?:was|were|been|got)$/.test(wordAt(reading, start - 1)) ? added(reading, start) : -1
  const head = Math.max(signUp(reading, start), wereAdded)
  const compared = comparedAge(reading, start)
  if (compared >= 0) return tenured(reading, at, compared, negative)
  const aged = customerFor(reading, start)
  // "account" alone begins "account created" as well as "account older than".
  const tenure = aged > head ? aged : head < 0 ? -1 : forLong(reading, head)
  if (tenure >= 0) return tenured(reading, at, tenure, negative)
  if (head < 0) return undefined
  // "customers since 2020": the word before the window belongs to it.
  const since = reading.tokens[head - 1]?.word === 'since' ? head - 1 : head
  const onDays = onWeekdays(reading, head, negative)
  if (onDays !== undefined) return onDays
  const found = window(reading, since) ?? timeBehindComma(reading, since)
  if (found === undefined) return everSignedUp(reading, start, head, negative)
  const criteria = anyOf(
    found.value.windows.map((one) => ({ type: 'attribute', field: 'created_at', op: 'during', window: one })),
  )
  const certain = found.value.windows.length === 0 ? undefined : negative ? negated(criteria) : criteria
  return { value: { ...told(certain, found.value), people: true }, end: found.end }
}

/** "newly created profiles, last 30 days": a time that nothing stands behind. */
function timeBehindComma(reading: Reading, at: number): ReturnType<typeof window> {
  const found = wordAt(reading, at) === ',' ? window(reading, at + 1) : undefined
  return found !== undefined && /^(?:[,.;!?]|who|that|)$/.test(wordAt(reading, found.end)) ? found : undefined
}

/** More days than these are no list that anybody reads. */
const MOST_DAYS = 31

/** `signed up on a Saturday or Sunday in October`: each of those days by itself. */
function onWeekdays(reading: Reading, at: number, negative: boolean): Found<Meaning> | undefined {
  const days = weekdays(reading, at)
  const names = days?.value.recurring.weekdays
  const time = names === undefined ? undefined : window(reading, days?.end ?? at)
  const [within, more] = time?.value.windows ?? []
  if (days === undefined || names === undefined) return undefined
  const dates = within === undefined || more !== undefined ? undefined : datesOf(reading, within, names)
  if (time === undefined || dates === undefined) {
    const says = 'On which dates? Weekdays of signing up can be asked of a month or a few weeks.'
    return { value: doubtful(question(at, time?.end ?? days.end, says)), end: time?.end ?? days.end }
  }
  const criteria = anyOf(
    dates.map((date) => ({
      type: 'attribute',
      field: 'created_at',
      op: 'during',
      window: { kind: 'dates', from: date, to: date },
    })),
  )
  const { assumptions, doubts } = time.value
  const stated = { assumptions: [...days.value.assumptions, ...assumptions], doubts }
  return { value: { ...told(negative ? negated(criteria) : criteria, stated), people: true }, end: time.end }
}

/** The dates of a time that fall on some weekdays; undefined where there are none, or too many. */
function datesOf(reading: Reading, within: Window, days: readonly Weekday[]): string[] | undefined {
  const { now, zone } = reading.situation
  const { from, to } = boundsOf(within, now, zone)
  if (from === undefined) return undefined
  const dates: string[] = []
  const last = Temporal.PlainDate.from(dateAt(to, zone))
  let day = Temporal.PlainDate.from(dateAt(from, zone))
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const name = WEEKDAYS[day.dayOfWeek - 1]
    if (name !== undefined && days.includes(name)) dates.push(day.toString())
    if (dates.length > MOST_DAYS) return undefined
  }
  return dates.length === 0 ? undefined : dates
}

const ever = phrase(
  'signed up',
  'registered',
  'registered users|customers|members|people',
  'created an account',
  'joined',
)

/** "signed up but never bought": whoever has a sign-up date. */
function everSignedUp(
  reading: Reading,
  start: number,
  head: number,
  negative: boolean,
): Found<Meaning> | undefined {
  if (ever(reading, start) !== head || !/^(?:but|and|who|that|,|)$/.test(reading.tokens[head]?.word ?? ''))
    return undefined
  const op = negative ? 'unknown' : 'known'
  return {
    value: meaning({ type: 'attribute', field: 'created_at', op }, [
      '“signed up” is read as having a sign-up date.',
    ]),
    end: head,
  }
}

const moreWord = phrase('over', 'more than', 'longer than', 'at least', 'than', '>|>=')
const lessWord = phrase('less than', 'under', 'up to', '<|<=')

const old = phrase('old', 'of age')

function tenured(reading: Reading, at: number, from: number, negative: boolean): Found<Meaning> | undefined {
  const range = spanRange(reading, from)
  if (range !== undefined) {
    const criteria = {
      type: 'attribute',
      field: 'created_at',
      op: 'during',
      window: { kind: 'ago', ...range.value },
    } as const
    const { end } = range
    return { value: known(reading, at, end, 'created_at', negative ? negated(criteria) : criteria), end }
  }
  const less = lessWord(reading, from)
  const length = span(reading, less >= 0 ? less : skip(reading, from, moreWord))
  if (length === undefined || length.value.bare) return undefined
  const { n, unit, plus } = length.value
  const end = skip(reading, length.end, old)
  // "whose account is a year" says neither older nor younger.
  if (
    less < 0 &&
    !plus &&
    moreWord(reading, from) < 0 &&
    !/^(?:for|least|than)$/.test(wordAt(reading, from - 1))
  )
    return undefined
  const kind = less >= 0 ? 'last' : 'older'
  const criteria = {
    type: 'attribute',
    field: 'created_at',
    op: 'during',
    window: { kind, n, unit },
  } as const
  return {
    value: known(reading, at, end, 'created_at', negative ? negated(criteria) : criteria),
    end,
  }
}

const decadeOf = phrase('born in the')

const born = phrase('born', 'date of birth is?', 'birth year is?')

const bornIn: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = born(reading, start)
  const tens = decadeOf(reading, start)
  const year = reading.tokens[tens]?.number
  if (tens >= 0 && year !== undefined && year % 10 === 0 && wordAt(reading, tens + 1) === 's') {
    const from = year < 100 ? 1900 + year : year
    const during = { kind: 'dates' as const, from: `${from}-01-01`, to: `${from + 9}-12-31` }
    const decade = { type: 'attribute', field: 'birthday', op: 'during', window: during } as const
    return { value: { ...meaning(negative ? negated(decade) : decade), people: true }, end: tens + 2 }
  }
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
export function known(
  reading: Reading,
  from: number,
  to: number,
  field: string,
  criteria: NonNullable<Meaning['criteria']>,
): Meaning {
  if (reading.situation.vocabulary.filled(field) > 0) return meaning(criteria)
  return doubtful(missing(from, to, field, `No customer has a known ${field.replace('_', ' ')}.`))
}

export const attributeDatePhrases: readonly Parser<Meaning>[] = [signedUp, bornIn]
