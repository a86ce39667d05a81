import type { IndicatorKind } from '../../indicators/kind.ts'
import type { MeasureUnit } from '../../indicators/measures/units.ts'
import { atLeast, moneyAsked } from '../../language/grammar/asked.ts'
import { comparison, suffix, type Test } from '../../language/grammar/comparison.ts'
import {
  allOf,
  type Doubt,
  doubtful,
  type Meaning,
  meaning,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { mapValues } from '../shared/comparison.ts'
import type { IndicatorCondition } from './indicator.ts'

const lead = phrase(
  'with|whose|have|has|had|having|a|an|the|their|of|in',
  'with a|an|the|their',
  'have|has|had|having|in a|an|the',
  'of the',
)
const kind = phrase(
  'the? status|indicator',
  'the? status|indicator called|named|of',
  'flagged|marked|classed|counted as an?',
)
const peopleWord = phrase('customer|customers|people|buyers|buyer|shoppers|shopper|ones|status')

interface Named {
  readonly id: string
  readonly name: string
  readonly end: number
}

/** The indicators that a name at a place may mean, longest first. */
const namesAt = (reading: Reading, at: number): (Named & { readonly is: IndicatorKind })[] =>
  reading.links.at(at).flatMap(({ field, values: [id], label, end }) => {
    const is = field === 'indicator' && id !== undefined ? reading.situation.indicator?.(id) : undefined
    return is === undefined || id === undefined ? [] : [{ id, name: label, end, is }]
  })

const statusAt = (reading: Reading, at: number): Named | undefined =>
  namesAt(reading, at).find(({ is }) => is.kind === 'status')

const numberAt = (
  reading: Reading,
  at: number,
  explicit = false,
): (Named & { readonly unit: MeasureUnit }) | undefined =>
  namesAt(reading, at)
    .flatMap(({ is, ...named }) =>
      is.kind === 'number' && (explicit || !is.common) ? [{ ...named, unit: is.unit }] : [],
    )
    .at(0)

/** `active customers`, `are not active`, `have the status Active`. */
const status: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, lead), lead)
  for (const from of new Set([start, polar])) {
    const explicit = kind(reading, from)
    const found = statusAt(reading, explicit >= 0 ? explicit : from)
    if (found === undefined) continue
    const criteria: IndicatorCondition = { type: 'indicator', indicator: found.id }
    const alone = from === at && explicit < 0 && !negative
    return {
      value: {
        ...meaning(negative ? negated(criteria) : criteria),
        people: true,
        ...(alone ? { nominal: true as const } : {}),
      },
      end: skip(reading, found.end, peopleWord),
    }
  }
  return undefined
}

const equalsWord = phrase(
  'of|is|was|are|at|:|being|sits|stands',
  'is|was|are|sits|stands at',
  'is|was of',
  'value of|is|at?',
  'has|have a? value of',
)
const article = phrase('a|an')

/** `order interval under 30 days`, `with a discount share of at least 40%`, `have the indicator AOV of more than $80`. */
const number: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, skip(reading, polar, lead), lead)
  for (const from of new Set([start, polar])) {
    const explicit = kind(reading, from)
    const named = numberAt(reading, explicit >= 0 ? explicit : from, explicit >= 0)
    const asked = named === undefined ? amountFirst(reading, from) : amountAt(reading, named)
    if (asked !== undefined) {
      const doubts = doubtsOf(reading, from, asked)
      if (doubts.length > 0) return { value: doubtful(...doubts), end: asked.end }
      const { criteria, assumptions } = comparedTo(reading, asked)
      return { value: meaning(negative ? negated(criteria) : criteria, assumptions), end: asked.end }
    }
    if (named === undefined || explicit < 0) continue
    const { name, unit, end } = named
    const says = `${name} is a number: how much should it be? Say it as “${name} over ${EXAMPLES[unit]}”.`
    return { value: doubtful(question(from, end, says)), end }
  }
  return undefined
}

function comparedTo(reading: Reading, { id, unit, test: heard, assumptions }: Asked) {
  const { test, assumptions: stated } = told(reading, heard, unit)
  return {
    criteria: allOf(
      test.tests.map(
        ({ op, value }): IndicatorCondition => ({ type: 'indicator', indicator: id, op, value }),
      ),
    ),
    assumptions: [...stated, ...assumptions],
  }
}

/** "Over 0.4" of something that is kept in percent. */
function doubtsOf(reading: Reading, from: number, { name, unit, test, end }: Asked): readonly Doubt[] {
  if (unit !== 'percent' || test.percent) return []
  const small = test.tests.flatMap(({ value }) => [value].flat()).find((value) => value > 0 && value < 1)
  if (small === undefined) return []
  const says = `${name} is kept in percent. How much is “${said(reading, from, end)}”?`
  const percents = [small * 100, small].map((value): [string, string] => [
    `${Math.round(value * 100) / 100}%`,
    `${name} ${test.tests[0]?.op.startsWith('<') ? 'under' : 'over'} ${Math.round(value * 100) / 100}%`,
  ])
  return [question(from, end, says, test.tests.length === 1 ? percents : [])]
}

const EXAMPLES: Readonly<Record<MeasureUnit, string>> = {
  count: '3',
  money: '80',
  days: '30 days',
  percent: '40%',
  score: '2',
}

interface Asked extends Named {
  readonly unit: MeasureUnit
  readonly test: Test
  readonly assumptions: readonly string[]
}

function amountAt(reading: Reading, named: Named & { readonly unit: MeasureUnit }): Asked | undefined {
  const behind = skip(reading, named.end, equalsWord)
  for (const from of new Set([skip(reading, behind, article), behind, named.end])) {
    const found = comparison(reading, from)
    if (found !== undefined) return { ...named, ...inUnit(reading, found, named.unit) }
  }
  return undefined
}

/** `over 40% discount share`: the amount before the name, where its sign shows what it is of. */
function amountFirst(reading: Reading, at: number): Asked | undefined {
  const found = comparison(reading, at)
  if (found?.value.percent === undefined) return undefined
  const named = numberAt(reading, skip(reading, found.end, ofWord))
  return named?.unit === 'percent' ? { ...named, test: found.value, assumptions: [] } : undefined
}
const ofWord = phrase('of|in|on')

const DAYS: readonly (readonly [words: ReturnType<typeof phrase>, days: number, read: string | undefined])[] =
  [
    [phrase('days|day'), 1, undefined],
    [phrase('weeks|week'), 7, undefined],
    [phrase('hours|hour'), 1 / 24, undefined],
    [phrase('months|month'), 30, 'A month is read as 30 days.'],
    [phrase('years|year'), 365, 'A year is read as 365 days.'],
  ]

/** What stands behind the number: its unit, and "or more". */
function inUnit(
  reading: Reading,
  found: Found<Test>,
  unit: MeasureUnit,
): Pick<Asked, 'test' | 'assumptions' | 'end'> {
  const { value: test, end } = found
  if (unit !== 'days') return { test, assumptions: [], end }
  for (const [words, days, read] of DAYS) {
    const behind = words(reading, end)
    if (behind < 0) continue
    const after = test.bare ? suffix(reading, behind) : undefined
    const tests = test.tests.map((one) =>
      mapValues({ ...one, op: after?.op ?? one.op }, (value) => value * days),
    )
    return {
      test: { ...test, tests, bare: test.bare && after === undefined },
      assumptions: read === undefined ? [] : [read],
      end: after?.end ?? behind,
    }
  }
  return { test, assumptions: [], end }
}

/** A bare number is at least that much; a score is just that. */
function told(reading: Reading, test: Test, unit: MeasureUnit) {
  if (unit === 'money') return moneyAsked(reading, test)
  return unit === 'score' ? { test, assumptions: ['Scores run from 1 (best) to 5.'] } : atLeast(test, '')
}

export const indicatorPhrases: readonly Parser<Meaning>[] = [status, number]
