import { allOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { measureBy, people } from './rank-head-phrases.ts'
import type { Measure } from './rank-measure-phrases.ts'
import { sizeAt } from './rank-parts-phrases.ts'
import type { RankCondition } from './rank.ts'

/** The places from one to another, or the shares of everybody, counted from the top. */
interface Band {
  readonly key: 'customers' | 'percent'
  /** Those before it, who are left out. */
  readonly above: number
  readonly to: number
}

const lead = phrase(
  'the|our|my|with|in|on|at|whose',
  'customers|people|those in? on?',
  'who|that? are|is|rank|ranks|ranked|sit|sits',
  'in|on the',
)
const places = phrase(
  'rank|ranks|ranked|place|places|position|positions|spot|spots|number|numbers|no',
  'number|numbers from?',
  'ranked|rank|placed number?',
  'ranked|placed from?',
)
const through = phrase('to|-|through|till|until|and')
const parts = phrase('hundred|100')
const nextWord = phrase('the? next|following')
const afterTop = phrase('after|behind|below|following the|our? top|best|first')
const between = phrase('between the? top|best', 'from the? top|best', 'from|between')
const andTop = phrase('and|to the? top|best', 'and|to')
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/^(?:quartile|quarter)s?$/, 25],
  [/^(?:quintile|fifth)s?$/, 20],
  [/^(?:decile|tenth)s?$/, 10],
  [/^third$/, 33.33],
]

/** `ranks 101 to 200`, `second quartile`, `the second hundred`, `the next 100 after the top 100`, `between the top 5% and the top 20%`. */
function bandAt(reading: Reading, at: number): Found<Band> | undefined {
  const opened = places(reading, at)
  const first = opened < 0 ? undefined : reading.tokens[opened]?.number
  const joint = first === undefined ? -1 : through(reading, opened + 1)
  const last = joint < 0 ? undefined : reading.tokens[joint]?.number
  if (first !== undefined && last !== undefined && isPlaces(first, last))
    return { value: { key: 'customers', above: first - 1, to: last }, end: joint + 1 }
  const token = reading.tokens[at]
  if (token?.ordinal && token.number !== undefined && token.number >= 2) {
    const share = SHARES.find(([words]) => words.test(reading.tokens[at + 1]?.word ?? ''))?.[1]
    const hundred = parts(reading, at + 1)
    const size = share ?? 100
    if (share === undefined && hundred < 0) return undefined
    const [above, to] = [size * (token.number - 1), size * token.number]
    if (share !== undefined && to > 100) return undefined
    return { value: { key: share === undefined ? 'customers' : 'percent', above, to }, end: at + 2 }
  }
  return nextAfter(reading, at) ?? betweenTops(reading, at)
}

const isPlaces = (first: number, last: number): boolean =>
  Number.isInteger(first) && Number.isInteger(last) && first >= 2 && last > first

function nextAfter(reading: Reading, at: number): Found<Band> | undefined {
  const next = nextWord(reading, at)
  const size = next < 0 ? undefined : sizeAt(reading, next)
  const opened = size === undefined ? -1 : afterTop(reading, skip(reading, size.end, people))
  const before = opened < 0 ? undefined : sizeAt(reading, opened)
  if (size === undefined || before === undefined) return undefined
  const [many, above] = [numberOf(size.value), numberOf(before.value)]
  if (many.key !== above.key) return undefined
  return { value: { key: many.key, above: above.n, to: above.n + many.n }, end: before.end }
}

function betweenTops(reading: Reading, at: number): Found<Band> | undefined {
  const opened = between(reading, at)
  const low = opened < 0 ? undefined : sizeAt(reading, opened)
  const joint = low === undefined ? -1 : andTop(reading, low.end)
  const high = joint < 0 ? undefined : sizeAt(reading, joint)
  const said = reading.tokens.slice(at, high?.end ?? at).some(({ word }) => word === 'top' || word === 'best')
  if (low === undefined || high === undefined || !said) return undefined
  const [above, to] = [numberOf(low.value), numberOf(high.value)]
  if (above.key !== to.key || above.n >= to.n) return undefined
  return { value: { key: to.key, above: above.n, to: to.n }, end: high.end }
}

const numberOf = (size: { percent: number } | { customers: number }) =>
  'percent' in size
    ? ({ key: 'percent', n: size.percent } as const)
    : ({ key: 'customers', n: size.customers } as const)

/** `ranks 101 to 200 by spend`: the top 200 less the top 100. */
const band: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  let start = polar
  for (let i = 0; i < 3 && bandAt(reading, start) === undefined; i++) start = skip(reading, start, lead)
  const found = bandAt(reading, start)
  const measure = found && measureBy(reading, skip(reading, found.end, people))
  if (found === undefined || measure === undefined) return undefined
  const time = measure.value.within === undefined ? window(reading, measure.end) : undefined
  const [within, more] = time?.value.windows ?? []
  if (more !== undefined || (time?.value.doubts.length ?? 0) > 0) return undefined
  const value = { ...measure.value, ...(within && { within }) }
  const { key, above, to } = found.value
  const criteria = allOf([rankOf(value, { [key]: to }), negated(rankOf(value, { [key]: above }))])
  const share = key === 'percent' ? '%' : ''
  const stated = `That is read as the top ${to}${share} less the top ${above}${share}, the best first.`
  return {
    value: {
      criteria: negative ? negated(criteria) : criteria,
      assumptions: [...measure.value.assumptions, ...(time?.value.assumptions ?? []), stated],
      doubts: measure.value.doubts,
      people: true,
    },
    end: time?.end ?? measure.end,
  }
}

const rankOf = (
  { by, where, within, of }: Measure,
  size: { customers?: number; percent?: number },
): RankCondition => ({
  type: 'rank',
  by,
  direction: 'top',
  ...size,
  ...(within && { within }),
  ...(where && { where }),
  ...(of && { of }),
})

export const rankBandPhrases: readonly Parser<Meaning>[] = [band]
