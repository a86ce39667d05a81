import { foldText } from '#kernel/text.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { allOf, type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { ofCompany, oneOf } from './company-criteria.ts'
import { FUNDING_ORDER } from './funding-stages.ts'

const lead = phrase(
  'at|in|with|of',
  'at|in the? funding? stage|stages|round|rounds of?',
  'the? funding stage|stages of?',
  'whose? funding? stage is|:|=|of?',
  'with a|an? funding stage of',
  'have|has|that? raised a|an|their?',
  'raised up to',
  'funding|stage :|=|is|of',
  'funding',
)
const above = phrase(
  'or|and later|higher|beyond|above|up|onward|onwards|upward|upwards|after|more|further|better',
  'or|and a later round|stage',
  'onward|onwards|upward|upwards',
  'at the? very? least',
  'at|as? a? minimum|min',
  'plus',
  'at least',
)
const below = phrase('or|and earlier|below|before|under|less|lower', 'at most', 'and under')
const BEFORE = [
  ['>=', phrase('at the? very? least', 'from', 'a? minimum|min of?', 'since', '>=')],
  ['<=', phrase('up to', 'at most', 'through', 'until', 'no later than', '<=')],
  ['>', phrase('later|beyond|above|past|after|post than?', 'further than', 'more than')],
  ['<', phrase('earlier|before|below|under than?', 'less than')],
] as const
const to = phrase('to', '-', 'through', 'until', 'up to')
const joint = phrase('or', 'and', ',', ', or', ', and', '/', 'plus', 'as well as')
const behind = phrase('stage|stages|round|rounds|funded|funding|financed|company|companies?', 'and|- funded')
const self = phrase('self funded', 'bootstrapped')
const listed = phrase('public|publicly|stock traded|listed companies?', 'publicly', 'on the stock market')
const venture = phrase(
  'venture|vc backed|funded|financed',
  'backed|funded by vc|vcs|venture|investors capital?',
  'with vc|venture funding|capital|money',
  'taken|raised|received|got|took|on? vc|venture funding|capital|money|investment',
)

/** `Series B`, `Series A to C`, `Series B and later`, `seed-stage`, `bootstrapped`, `venture-backed`. */
export const funding: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const found = asked(reading, polar)
  if (found === undefined) return undefined
  const { criteria, said, assumptions } = found.value
  const value = meaning(negative ? negated(criteria) : criteria, assumptions)
  return { value: said || polar > at ? value : { ...value, nominal: true }, end: found.end }
}

interface Asked {
  readonly criteria: Criteria
  /** With words before the round, it is more than a name. */
  readonly said: boolean
  readonly assumptions: readonly string[]
}

function asked(reading: Reading, at: number): Found<Asked> | undefined {
  const backed = venture(reading, at)
  if (backed >= 0) {
    const criteria = ofCompany('funding_stage', '>=', 'Angel')
    const assumptions = ['“venture-backed” is read as at any round, from Angel on.']
    return { value: { criteria, said: false, assumptions }, end: backed }
  }
  const opened = lead(reading, at)
  // “At least Series B”: “at” is of the comparison.
  const whole = BEFORE.some(([, words]) => stageAt(reading, words(reading, at)) !== undefined)
  const start = opened >= 0 && !whole ? opened : at
  for (const [op, words] of BEFORE) {
    const limit = words(reading, start)
    const round = limit < 0 ? undefined : stageAt(reading, limit)
    if (round === undefined) continue
    const range = op === '>=' ? rangeFrom(reading, round) : undefined
    if (range !== undefined) return { value: { ...range.value, said: true }, end: range.end }
    // “From Series B upward” says it twice.
    const on = op === '>=' ? skip(reading, round.end, above) : round.end
    return {
      value: { ...limited(reading, op, round.value), said: true },
      end: skip(reading, on, behind),
    }
  }
  const first = stageAt(reading, start) ?? (opened >= 0 ? stageAt(reading, at) : undefined)
  if (first === undefined) return undefined
  const found = rangeFrom(reading, first) ?? openEnded(reading, first) ?? listFrom(reading, first)
  return {
    value: { ...found.value, said: opened >= 0 },
    end: skip(reading, found.end, behind),
  }
}

type Part = Omit<Asked, 'said'>

/** `Series A to Series C`, `Series A-C` */
function rangeFrom(reading: Reading, from: Found<string>): Found<Part> | undefined {
  const middle = to(reading, from.end)
  const until =
    middle < 0 ? hyphened(reading, from.end) : (stageAt(reading, middle) ?? letterAt(reading, middle))
  if (until === undefined) return undefined
  const criteria = allOf([
    ofCompany('funding_stage', '>=', from.value),
    ofCompany('funding_stage', '<=', until.value),
  ])
  return { value: { criteria, assumptions: [] }, end: until.end }
}

/** The “C” of “Series A-C”, where the hyphen is no token. */
const hyphened = (reading: Reading, at: number): Found<string> | undefined =>
  reading.text.slice(reading.tokens[at - 1]?.end, reading.tokens[at]?.start) === '-'
    ? letterAt(reading, at)
    : undefined

const roundWord = phrase('round|stage|funded|funding')

function openEnded(reading: Reading, { value, end }: Found<string>): Found<Part> | undefined {
  const behind = skip(reading, end, roundWord)
  const up = above(reading, behind)
  // "Series A + Series B" are two rounds.
  if (up >= 0 && stageAt(reading, up) === undefined) return { value: limited(reading, '>=', value), end: up }
  const down = below(reading, behind)
  return down < 0 ? undefined : { value: limited(reading, '<=', value), end: down }
}

function limited(reading: Reading, op: '>' | '>=' | '<' | '<=', round: string): Part {
  return {
    criteria: ofCompany('funding_stage', op, round),
    assumptions: roundsAlone(reading, FUNDING_ORDER.words[op](round)),
  }
}

/** Rounds alone have an order: whoever is listed stands beside it, and that is said. */
export function roundsAlone({ situation }: Reading, words: string): readonly string[] {
  const known = situation.vocabulary.values('company.funding_stage')
  const beside = known.filter(({ value }) => FUNDING_ORDER.rankOf(foldText(value)) === undefined)
  return beside.length === 0
    ? []
    : [`“${words}” is read of venture rounds: ${namesOf(beside)} companies are not among them.`]
}

const namesOf = (values: readonly { readonly label: string }[]): string =>
  values.map(({ label }) => label.toLowerCase()).join(' and ')

/** `Seed, Series A or B` */
function listFrom(reading: Reading, first: Found<string>): Found<Part> {
  const stages = [first.value]
  let { end } = first
  for (;;) {
    const next = joint(reading, end)
    const stage = next < 0 ? undefined : (stageAt(reading, next) ?? letterAt(reading, next))
    if (stage === undefined) break
    stages.push(stage.value)
    end = stage.end
  }
  return { value: { criteria: oneOf('funding_stage', stages), assumptions: [] }, end }
}

/** A stage as the data writes it, or a round that it does not hold: that is answered by nobody, or asked about. */
function stageAt(reading: Reading, at: number): Found<string> | undefined {
  const link = reading.links.at(at).find(({ field }) => field === 'company.funding_stage')
  const [value] = link?.values ?? []
  if (link !== undefined && value !== undefined) return { value, end: link.end }
  for (const [words, key] of [
    [self, 'bootstrapped'],
    [listed, 'public'],
  ] as const) {
    const end = words(reading, at)
    const held = end < 0 ? undefined : heldStage(reading, key)
    if (held !== undefined) return { value: held, end }
  }
  return reading.tokens[at]?.word === 'series' ? letterAt(reading, at + 1) : undefined
}

const heldStage = (reading: Reading, key: string): string | undefined =>
  reading.situation.vocabulary.values('company.funding_stage').find(({ value }) => foldText(value) === key)
    ?.value

/** "Series A or B": the letter alone. */
function letterAt(reading: Reading, at: number): Found<string> | undefined {
  const token = reading.tokens[at]
  return token !== undefined && /^[a-j]$/.test(token.word)
    ? { value: `Series ${token.word.toUpperCase()}`, end: at + 1 }
    : undefined
}
