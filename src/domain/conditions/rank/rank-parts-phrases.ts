import { between, noSlots, placeSlots } from '../../language/grammar/buying.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { joinedLastOrFirst, joinedStated, lastOrFirst, signUps } from './rank-joined-phrases.ts'
import { type Measure, measureAt } from './rank-measure-phrases.ts'
import type { RankCondition } from './rank.ts'

export type Size = { readonly percent: number } | { readonly customers: number }

const percentWord = phrase('%|percent|pct', 'per cent', 'percentile')
const shares: readonly (readonly [Phrase, number])[] = [
  [phrase('decile', 'tenth'), 10],
  [phrase('quintile', 'fifth'), 20],
  [phrase('quartile|quarter', 'fourth'), 25],
  [phrase('third', 'one third'), 33.33],
  [phrase('half', 'one half'), 50],
  [phrase('percentile'), 1],
]

/** `10%`, `100`, `decile`, `half`. */
export function sizeAt(reading: Reading, at: number): Found<Size> | undefined {
  for (const [words, percent] of shares) {
    const end = words(reading, at)
    if (end >= 0) return { value: { percent }, end }
  }
  const token = reading.tokens[at]
  const n = token?.number
  if (n === undefined || token?.currency !== undefined || token?.times || token?.ordinal) return undefined
  const percent = percentWord(reading, at + 1)
  if (percent >= 0) return n > 0 && n <= 100 ? { value: { percent: n }, end: percent } : undefined
  return Number.isInteger(n) && n > 0 ? { value: { customers: n }, end: at + 1 } : undefined
}

const eachWord = 'each|every|any'
const groups: readonly (readonly [NonNullable<RankCondition['per']>, Phrase])[] = (
  [
    ['country', 'country', 'countries'],
    ['region', 'region|state|province', 'regions|states|provinces'],
    ['city', 'city|town', 'cities|towns'],
    ['gender', 'gender|sex', 'genders|sexes'],
    ['language', 'language', 'languages'],
  ] as const
).map(([group, singular, plural]) => [
  group,
  phrase(
    `in|for|of|from|within|per|by ${eachWord} ${singular}`,
    `per ${singular}`,
    `${eachWord} ${singular}`,
    `for|in|of all? ${plural} each|separately`,
    `by ${singular}`,
    `, per ${singular}`,
    `, by ${singular}`,
  ),
])

/** `in each country`, `per city`. */
export function perAt(reading: Reading, at: number): Found<NonNullable<RankCondition['per']>> | undefined {
  for (const [value, words] of groups) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  return undefined
}

export interface Superlative {
  readonly size: Size
  readonly direction: 'top' | 'bottom'
  readonly measure: Measure
}

const article = phrase('the|our|my', 'the only?', 'which|what of? the|our?')
const who = phrase(
  'of our|the|all? customers|people|buyers|clients|shoppers|subscribers who|that|with|having have|has?',
  'customers|customer|people|person|buyers|buyer|clients|shoppers|ones|users|subscribers who|that|with|having have|has?',
  'customers|people|buyers|clients|shoppers|ones|users|subscribers have|had',
  'who|that|with',
)
/** "which 25 customers spent the most?": a verb right behind whom it is asked of. */
const whoAsked = phrase('customers|customer|people|person|buyers|buyer|clients|shoppers|users|subscribers')
const most = phrase(
  'the? most',
  'the? most money',
  'the? highest|biggest|largest|greatest',
  'the? highest|most number of?',
)
const least = phrase(
  'the? least|fewest|lowest|smallest',
  'the? least money',
  'the? lowest|smallest|fewest number of?',
)
const spentVerb = phrase('spent|spend|spends|paid|pay', 'have|has spent')
const boughtVerb = phrase(
  'bought|buy|buys|ordered|order|orders|purchased|shopped|shop',
  'have|has ordered|bought',
)
const savedVerb = phrase('have|has? saved|save|saves')
const moneySaved = phrase(
  'money? thanks to discounts|discount|codes|coupons|promotions|offers codes?',
  'money? through|from|with|by|in|on|via discounts|discount|codes|coupons|promotions|offers codes?',
  'money',
)
const often = phrase('often|frequently', 'times|orders', 'number of times')
const recently = phrase('recently')
const recentNoun = phrase(
  'recent buyers|customers|purchasers|shoppers',
  'recent|recently orders|ordered|bought',
)
const frequentNoun = phrase(
  'frequent|regular buyers|customers|purchasers|shoppers|people',
  'frequent|frequently orders|ordering|buying|purchasing customers|people|buyers|shoppers',
)
const newest = phrase('newest|latest customers|buyers|shoppers|people')
const oldest = phrase('oldest|earliest|longest standing? customers|buyers|shoppers|people')
const atRandom = phrase('at random', 'randomly', 'chosen|picked|selected|drawn at? random|randomly')
const random = phrase('random|randomly', 'randomly|arbitrarily chosen|picked|selected', 'a? random')
const peopleWord = phrase(
  'customers|customer|people|buyers|clients|shoppers|users|subscribers|contacts',
  'of? them',
)

/** `the 20 people who bought most recently`, `the 100 customers with the most orders`, `500 random customers`. */
export function superlative(reading: Reading, at: number): Found<Superlative> | undefined {
  const start = skip(reading, at, article)
  const drawn = random(reading, start)
  const size = sizeAt(reading, drawn >= 0 ? drawn : start)
  if (size === undefined) return undefined
  const found = (value: Omit<Superlative, 'size'>, end: number) => ({
    value: { size: size.value, ...value },
    end,
  })
  // A share at random is a sample, and “2% at random” no rank.
  const isShare = !('customers' in size.value)
  if (isShare && drawn >= 0) return undefined
  const lot = drawn >= 0 ? size.end : isShare ? -1 : random(reading, size.end)
  if (lot >= 0) return found(byMeasure('random'), skip(reading, lot, peopleWord))
  const recent = mostOf(reading, size.end, recentNoun)
  if (recent !== undefined) return found(byMeasure('last_date', recent.value), recent.end)
  const frequent = frequentThere(reading, size.end)
  if (frequent !== undefined) {
    const { measure, direction } = byMeasure('orders', frequent.value, FREQUENT)
    return found({ direction, measure: { ...measure, ...frequent.told } }, frequent.end)
  }
  const joined = joinedLastOrFirst(reading, size.end)
  if (joined !== undefined)
    return found(byMeasure('signed_up', joined.value, ...joinedStated(joined.value)), joined.end)
  const young = newest(reading, size.end)
  if (young >= 0) return found(byMeasure('first_date', 'top', NEWEST), young)
  const old = oldest(reading, size.end)
  if (old >= 0) return found(byMeasure('first_date', 'bottom', OLDEST), old)
  const opened = Math.max(who(reading, size.end), askedOf(reading, size.end))
  if (opened < 0) return isShare ? undefined : drawnBehind(reading, size, found)
  const spent = spentVerb(reading, opened)
  const bought = boughtVerb(reading, opened)
  const saved = savedVerb(reading, opened)
  const verb = Math.max(spent, bought, saved)
  const extreme = extremeAt(reading, verb >= 0 ? verb : opened)
  if (extreme === undefined) return undefined
  const { value: direction, end } = extreme
  if (verb < 0) {
    const measure = measureAt(reading, end)
    return measure && found({ direction, measure: measure.value }, measure.end)
  }
  const late = recently(reading, end)
  if (bought >= 0 && late >= 0) return found(byMeasure('last_date', direction), late)
  if (bought >= 0) return found(byMeasure('orders', direction, OFTEN), skip(reading, end, often))
  if (saved >= 0 && saved === verb)
    return found(byMeasure('discount', direction), skip(reading, end, moneySaved))
  return found(byMeasure('spend', direction), end)
}

const frequentWord = phrase('frequent|regular')
const whoBuy = phrase('buyers|customers|purchasers|shoppers|people|clients')

/** "most frequent buyers", "most frequent in-store buyers" */
function frequentThere(
  reading: Reading,
  at: number,
): (Found<'top' | 'bottom'> & { readonly told?: Pick<Measure, 'where'> }) | undefined {
  const plain = mostOf(reading, at, frequentNoun)
  if (plain !== undefined) return plain
  const extreme = extremeAt(reading, at)
  const opened = extreme === undefined ? -1 : frequentWord(reading, extreme.end)
  if (extreme === undefined || opened < 0) return undefined
  const slots = noSlots()
  const place = collect(reading, opened, slots, placeSlots, between)
  const end = place > opened && slots.doubts.length === 0 ? whoBuy(reading, place) : -1
  return end < 0 ? undefined : { value: extreme.value, told: { where: slots.where }, end }
}

function askedOf(reading: Reading, at: number): number {
  const end = whoAsked(reading, at)
  return end >= 0 && Math.max(spentVerb(reading, end), boughtVerb(reading, end), savedVerb(reading, end)) >= 0
    ? end
    : -1
}

const lately = phrase('the? most recent|latest', 'the? last')
const newestWord = phrase('the|our|my? very? newest')
const buyersWord = phrase('buyers|customers|shoppers|purchasers|clients', 'people|customers to order|buy')

/** "newest 200 sign-ups", "the last 30 people to join": by when they signed up; "newest 100 customers" as buyers. */
export function recentSignUps(reading: Reading, at: number): Found<Superlative> | undefined {
  const young = newestWord(reading, at)
  const many = young < 0 ? undefined : sizeAt(reading, young)
  const people = many === undefined ? -1 : buyersWord(reading, many.end)
  if (many !== undefined && people >= 0)
    return { value: { ...byMeasure('first_date', 'top', NEWEST), size: many.value }, end: people }
  const opened = lastOrFirst(reading, at)
  const size = opened === undefined ? undefined : sizeAt(reading, opened.end)
  const end = size === undefined ? -1 : signUps(reading, size.end)
  if (opened === undefined || size === undefined || end < 0) return undefined
  const direction = opened.value
  return {
    value: { ...byMeasure('signed_up', direction, ...joinedStated(direction)), size: size.value },
    end,
  }
}

/** "the most recent 100 buyers", "the last 20 customers": by the date of the last order. */
export function recentBuyers(reading: Reading, at: number): Found<Superlative> | undefined {
  const opened = lately(reading, at)
  const size = opened < 0 ? undefined : sizeAt(reading, opened)
  const end = size === undefined || !('customers' in size.value) ? -1 : buyersWord(reading, size.end)
  if (size === undefined || end < 0) return undefined
  const stated = `“${said(reading, at, end)}” is read as those with the latest last order.`
  return { value: { ...byMeasure('last_date', 'top', stated), size: size.value }, end }
}

const NEWEST = 'The newest are read as those with the latest first order.'
const OLDEST = 'The oldest are read as those with the earliest first order.'
const FREQUENT = 'The most frequent are read as those with the most orders.'
const OFTEN = '“most” is read as the number of orders.'

const byMeasure = (by: Measure['by'], direction: 'top' | 'bottom' = 'top', ...assumptions: string[]) => ({
  direction,
  measure: { by, assumptions, doubts: [] },
})

export function extremeAt(reading: Reading, at: number): Found<'top' | 'bottom'> | undefined {
  const up = most(reading, at)
  const down = least(reading, at)
  if (up < 0 && down < 0) return undefined
  return up > down ? { value: 'top', end: up } : { value: 'bottom', end: down }
}

function mostOf(reading: Reading, at: number, noun: Phrase): Found<'top' | 'bottom'> | undefined {
  const extreme = extremeAt(reading, at)
  const end = extreme === undefined ? -1 : noun(reading, extreme.end)
  return extreme === undefined || end < 0 ? undefined : { value: extreme.value, end }
}

/** "500 customers drawn at random", "500 of them at random". */
function drawnBehind(
  reading: Reading,
  size: Found<Size>,
  found: (value: Omit<Superlative, 'size'>, end: number) => Found<Superlative>,
): Found<Superlative> | undefined {
  const end = atRandom(reading, skip(reading, size.end, peopleWord))
  return end < 0 ? undefined : found(byMeasure('random'), end)
}
