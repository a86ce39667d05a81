import { told } from '../../language/grammar/asked.ts'
import { anyOf, type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { notUntil, UNTIL } from '../../language/grammar/not-until.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { SHOULD_BE } from '../../language/grammar/duty.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import type { Timing } from '../../language/grammar/timing.ts'
import { window, windowBefore } from '../../language/grammar/window.ts'
import { neverReturned } from './never-returned-phrases.ts'

const lastHead = phrase(
  'whose|their|the|with|a? last|latest|most|final recent? order|purchase|transaction|bought|ordered|purchased|shopped date?',
  'last bought|ordered|purchased|shopped|buy|order something|anything?',
  'last bought|ordered|shopped|purchased from|with|at us',
  'whose|their|the? most recent order|purchase',
  'whose last order|purchase date',
  'the? last|latest|final one',
  'the? most recent one',
  'the? last|latest|most of them|those|which|these was|being|is?',
  'the? most recent of them|those|which|these was|being|is?',
  'most recently',
  'most recently bought|ordered|purchased',
)
const firstHead = phrase(
  'whose|their|the|with|a? first|initial|1st order|purchase|transaction|bought|ordered|purchased|shopped date?',
  'first bought|ordered|purchased|shopped|buy|order',
  'first ever order|purchase',
  'whose|their|the|a? very first order|purchase|transaction',
  'whose|their|the? first ever order|purchase|transaction',
  'bought|ordered|purchased|shopped for the first time',
  'been? buying|ordering|purchasing|shopping for the first time',
  'bought|ordered|purchased|shopped something|anything|from|with us? for the first time',
  'acquired',
  'started|began|begun buying|ordering|shopping|purchasing with|from|at? us?',
  'started|began to buy|order|shop|purchase with|from|at? us?',
  'became customers|buyers',
  'became a customer|buyer',
  'customers acquired',
  'brand? new|newly acquired? buyers|purchasers|customers|shoppers acquired?',
  'brand? new',
  'first time buyers|purchasers|customers|shoppers',
  'brand? new to? us|our|the? shop|store?',
  'brand? new people|faces|ones',
  'brand? new',
  'made|placed|make|place their very? first order|purchase',
)
const isWord = phrase(
  ...SHOULD_BE,
  'is|was|were|being|happened|came|made|placed|on|took|fell|dated|:|=|occurred|date',
  'was placed|made',
  'took place',
  'is|was|came|happened only|just',
  'only|just happened|came|took|was place?',
  'falls|fell|falling|lies|lay|dates|occurs',
)

/** `last ordered over a year ago`, `first purchase in March`, `acquired between 1 and 31 May`. */
const orderDate: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const last = lastHead(reading, start)
  const first = firstHead(reading, start)
  const head = Math.max(last, first)
  if (head < 0) return undefined
  const { negative: later, end: from } = polarity(reading, skip(reading, head, isWord))
  const timing = when(reading, skip(reading, from, isWord))
  if (timing === undefined) return undefined
  const measure = last > first ? 'last_date' : 'first_date'
  const until = negative ? notUntil(reading, { from: at, to: timing.end }, timing.value) : undefined
  const { windows } = until ?? timing.value
  const criteria = anyOf(windows.map((during) => ({ type: 'orders', measure, during })))
  const denied = until === undefined && negative !== later
  const certain = windows.length === 0 ? undefined : denied ? negated(criteria) : criteria
  const people = measure === 'first_date' && firstPeople(reading, start) >= 0
  const stated = measure === 'first_date' && couldHaveJoined(reading, start, head) ? [BY_FIRST_ORDER] : []
  return {
    value: {
      ...told(certain, timing.value, until === undefined ? stated : [UNTIL]),
      ...(people ? { people: true as const } : {}),
    },
    end: timing.end,
  }
}

/** "New customers" and who was "acquired" may be counted from the sign-up as well, where that is known. */
const couldHaveJoined = (reading: Reading, from: number, to: number): boolean =>
  reading.situation.vocabulary.filled('created_at') > 0 &&
  reading.tokens.slice(from, to).every(({ word }) => WHO_IS_NEW.test(word))

const WHO_IS_NEW =
  /^(?:brand|new|newly|acquired|became|a|customers?|to|us|our|the|shop|store|people|faces|ones)$/
const BY_FIRST_ORDER =
  'New customers are read by their first order; say “signed up” and the time for when they joined.'

const it = phrase(
  'the|that|their|its|whose? order|purchase is|was|being placed|made|from|dated?',
  "it|that|which is|was|being|'s?",
  'it|that|which is|was placed|made|dated?',
  'that one|order is|was',
)
const oneTimer = phrase(
  'one|single timer|timers',
  'one|single time|order|purchase buyer|buyers|customer|customers|shopper|shoppers',
)
const one = /^(?:one|1|a|single|only|just)$/
const orderWord = /^(?:order|purchase)$/

/** "one order, and it is more than a year old": that order, which is the last one too. */
const itIsOld: Parser<Meaning> = (reading, at) => {
  const head = it(reading, at)
  if (head < 0) return undefined
  const noun = [...placesBefore(at)].find((i) => orderWord.test(wordAt(reading, i)))
  const single =
    noun !== undefined && reading.tokens.slice(Math.max(0, noun - 3), noun).some(({ word }) => one.test(word))
  if (!single && ![...placesBefore(at)].some((i) => oneTimer(reading, i) >= 0)) return undefined
  const timing = when(reading, head)
  const [during, more] = timing?.value.windows ?? []
  if (timing === undefined || during === undefined || more !== undefined) return undefined
  return { value: told({ type: 'orders', measure: 'last_date', during }, timing.value), end: timing.end }
}

const thatWas = phrase(
  'for whom|which that|this|it was|is',
  'and? that|this|it|which was|is|being',
  'whose',
  'that being',
)
const ofTheirs = phrase('the|their|his|her|a|an')
const lastOne = phrase('very? last|latest|final|most', 'most recent', 'last ever')
const firstOne = phrase('very? first', 'first ever')
const onlyOne = phrase('only|sole|single one?', 'one and only')
const orderEver = phrase('ever? order|purchase|one ever?', 'ever')

/** "Cyber Monday shoppers for whom that was the last order ever": the order in the time that was said. */
const thatWasLast: Parser<Meaning> = (reading, at) => {
  const opened = thatWas(reading, at)
  if (opened < 0) return undefined
  const start = skip(reading, opened, ofTheirs)
  const [last, first, only] = [lastOne(reading, start), firstOne(reading, start), onlyOne(reading, start)]
  const head = Math.max(last, first, only)
  const end = head < 0 ? -1 : orderEver(reading, head)
  const [during, more] = (end < 0 ? undefined : windowBefore(reading, at))?.value.windows ?? []
  if (during === undefined || more !== undefined || when(reading, end) !== undefined) return undefined
  if (only === head)
    return {
      value: meaning({ type: 'orders', measure: 'count', op: '=', value: 1 }, [
        '“The only order” is read as exactly one order in all.',
      ]),
      end,
    }
  const measure = first > last ? 'first_date' : 'last_date'
  return { value: meaning({ type: 'orders', measure, during }), end }
}

const firstPeople = phrase(
  'brand? new|newly acquired? buyers|purchasers|customers|shoppers',
  'first time? buyers|purchasers|customers|shoppers',
  'customers acquired',
)
const morePlus = phrase('over|exceeding', 'more|longer|older than', 'at least')
const oldWord = phrase('old')

const lessThan = phrase('<|<=|under', 'less|fewer than')

/** A window; "90+ days" by itself is that long ago or longer, "<60 days" as near or nearer. */
function when(reading: Reading, at: number): Found<Timing> | undefined {
  const found = window(reading, at)
  const near = lessThan(reading, at)
  const lead = Math.max(morePlus(reading, at), near)
  const length = span(reading, lead >= 0 ? lead : at)
  if (length === undefined || length.value.bare || (!length.value.plus && lead < 0)) return found
  if (found !== undefined && found.end >= length.end) return found
  const { n, unit } = length.value
  const end = skip(reading, length.end, oldWord)
  const kind = near >= 0 ? 'last' : 'older'
  return { value: { windows: [{ kind, n, unit }], assumptions: [], doubts: [] }, end }
}

const lapsedWord = phrase(
  'lapsed|dormant|sleeping|quiet|silent',
  'gone|went|been|fallen quiet|silent|dark|cold|dormant',
  'lapsed|dormant customers|buyers|shoppers|clients',
)
const forWord = phrase(
  'for|since|after|in',
  'for|in over',
  'for more than',
  'for at least',
  'for|in the last|past',
)
const LAPSED = 'Read as: they ordered before, and the last order is that long ago.'

/** `dormant for 90+ days`, `lapsed 6 months`: bought once, but not for that long. */
const lapsed: Parser<Meaning> = (reading, at) => {
  const word = lapsedWord(reading, polarity(reading, at).end)
  if (word < 0 || polarity(reading, at).negative) return undefined
  const start = skip(reading, word, forWord)
  const length = span(reading, start)
  if (length === undefined || length.value.bare) return undefined
  const { n, unit } = length.value
  return {
    value: {
      criteria: { type: 'orders', measure: 'last_date', during: { kind: 'older', n, unit } },
      assumptions: [LAPSED],
      doubts: [],
      people: true,
    },
    end: length.end,
  }
}

export const orderDatePhrases: readonly Parser<Meaning>[] = [
  orderDate,
  itIsOld,
  thatWasLast,
  lapsed,
  neverReturned,
]
