import { told } from '../../../language/grammar/asked.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { comparedBehind, comparison, type Test } from '../../../language/grammar/comparison.ts'
import { allOf, anyOf, type Meaning, meaning, negated } from '../../../language/grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../../../language/grammar/phrase.ts'
import { polarity } from '../../../language/grammar/polarity.ts'
import { type Parser, type Reading, wordAt } from '../../../language/grammar/reading.ts'
import { anyTexts, textValues } from './text-values.ts'

/** A column by what people call it. */
export interface Called<F extends string> {
  readonly field: F
  readonly noun: Phrase
}

type Make<F extends string> = (field: F, op: Op, value?: string | string[]) => Criteria
type Op = 'equals' | 'in' | 'contains' | 'starts_with' | 'ends_with' | 'known' | 'unknown'

const whose = phrase(
  'whose|with|have|has|having|where',
  'whose|with|have|has|having|where a|an|the|their',
  'a|an|the|their',
  'that|who have|has|had a|an|the?',
)
const inThe = phrase('in|at the')
const TESTS: readonly (readonly [Exclude<Op, 'in' | 'known' | 'unknown'>, Phrase])[] = [
  ['starts_with', phrase('starting|starts|start|beginning|begins with', 'that starts|begins with')],
  ['ends_with', phrase('ending|ends|end in|with|on', 'that ends with|in')],
  [
    'contains',
    phrase(
      'containing|contains|contain|including|includes|like',
      'that? contains|includes|mentions|mentioning',
      'has|have',
      'with',
    ),
  ],
  ['equals', phrase('is|=|equals|:|of|are', 'equal to', 'is|are exactly', 'exactly')],
]

/** `the name Acme`, `a domain ending with .de`, `whose industry is SaaS`. */
export const textColumnPhrase =
  <F extends string>(columns: readonly Called<F>[], make: Make<F>): Parser<Meaning> =>
  (reading, at) => {
    const { negative, end: start } = polarity(reading, skip(reading, at, whose))
    const column = calledAt(reading, skip(reading, start, whose), columns) ?? quoted(reading, start, columns)
    if (column === undefined) return undefined
    const later = polarity(reading, column.end)
    // “Title has growth”: the verb says how, before it is passed as a helping one.
    for (const [op, words] of [...TESTS, ['equals', nothing] as const]) {
      for (const begin of new Set([later.end, column.end])) {
        const said = words(reading, begin)
        const values =
          said < 0
            ? undefined
            : (textValues(reading, said) ?? (words === nothing ? undefined : anyTexts(reading, said)))
        if (values === undefined) continue
        const criteria = asked(make, column.field, op, values.value)
        const opposite = negative !== (begin > column.end && later.negative)
        return { value: meaning(opposite ? negated(criteria) : criteria), end: values.end }
      }
    }
    return undefined
  }

/** `are not in the industry “é”`: in quotes, where there is nothing of that name. */
function quoted<F extends string>(reading: Reading, at: number, columns: readonly Called<F>[]) {
  const inside = inThe(reading, at)
  const column = inside < 0 ? undefined : calledAt(reading, inside, columns)
  return column !== undefined && reading.tokens[column.end]?.kind === 'quoted' ? column : undefined
}

/** No word between the column and its value. */
const nothing: Phrase = (_reading, at) => at

function asked<F extends string>(
  make: Make<F>,
  field: F,
  op: Exclude<Op, 'in' | 'known' | 'unknown'>,
  values: readonly string[],
): Criteria {
  const [only] = values
  if (op !== 'equals') return anyOf(values.map((value) => make(field, op, value)))
  return values.length === 1 && only !== undefined
    ? make(field, 'equals', only)
    : make(field, 'in', [...values])
}

/** The column that is called so, by the longest of its names. */
export function calledAt<C extends Called<string>>(reading: Reading, at: number, columns: readonly C[]) {
  let best: (C & { readonly end: number }) | undefined
  for (const column of columns) {
    const end = column.noun(reading, at)
    if (end > (best?.end ?? at)) best = { ...column, end }
  }
  return best
}

const lacks = phrase(
  'no|without|missing|lacking',
  'no|without|missing|lacking any|a|an?',
  'with|have|has|having no|missing',
  'no|without known',
  'with|have|has|having no known',
  'with|have|has an? unknown|missing|blank|empty',
  'unknown|missing',
  'not have a|an|any? known?',
  'without|lacking a|an|any? known',
)
const holds = phrase(
  'with|have|has|having a? known|valid',
  'known',
  'a known',
  'we|i? know|have|hold the|their?',
  'have|has a|an',
  'with|having a|an',
)
/** What says once more that nothing is known. */
const stated = phrase(
  'recorded|known|listed|set|given|registered|available|stored|entered',
  'on file|record',
  'filled in',
  'info|information|data|details|figure|figures|value|values',
)
const isUnknown = phrase('is|are unknown|missing|blank|empty', 'unknown', 'is|are not known|set')
const isKnown = phrase('is|are known|set', 'on file', 'known')

const bareWhose = phrase('whose')
const HAVE = /^(?:have|has)$/
const ENDS = /^(?:\P{L}?|and|or|but|who|that|without|yet|please)$/u

/** `no known revenue`, `with a known domain`, `whose industry is unknown`. */
export const presencePhrase =
  <F extends string>(columns: readonly Called<F>[], make: Make<F>): Parser<Meaning> =>
  (reading, at) => {
    const { negative, end: start } = polarity(reading, skip(reading, at, bareWhose))
    const missingWord = Math.max(lacks(reading, start), lacks(reading, at))
    // "who have" may have been heard as what begins the clause.
    const opening = HAVE.test(wordAt(reading, at - 1)) ? at - 1 : at
    const plain = missingWord >= 0 ? -1 : holds(reading, start)
    const have = missingWord >= 0 || negative ? -1 : holds(reading, opening)
    const known = Math.max(plain, have)
    const column = calledAt(reading, Math.max(missingWord, known, start), columns)
    if (column === undefined) return undefined
    // "have a growth of 10%" says how much: that it is known is no part of it.
    if (have > plain && !ENDS.test(wordAt(reading, column.end))) return undefined
    const behindUnknown = isUnknown(reading, column.end)
    const behindKnown = isKnown(reading, column.end)
    const said = missingWord >= 0 || known >= 0 ? stated(reading, column.end) : -1
    if (missingWord < 0 && known < 0 && behindUnknown < 0 && behindKnown < 0) return undefined
    const doubly = missingWord >= 0 && lacks(reading, at) < 0 && negative
    const unknown = missingWord >= 0 ? !doubly : behindUnknown >= 0 ? !negative : negative
    return {
      value: meaning(make(column.field, unknown ? 'unknown' : 'known')),
      end: Math.max(column.end, behindUnknown, behindKnown, said),
    }
  }

/** How a test of a number was said, beside the noun that it is a number of. */
export interface NumberSaid {
  readonly test: Test
  readonly end: number
}

const of = phrase('of|is|are|:|=|was', 'is|are|was|were|being', 'that is|are', '(')
const closing = phrase(')')

/** `headcount of 50 to 250`: a comparison behind its noun. */
export function behindNoun(reading: Reading, noun: number): NumberSaid | undefined {
  const opened = skip(reading, noun, of)
  for (const start of new Set([opened, noun])) {
    const found = comparison(reading, start)
    if (found === undefined) continue
    const bracketed = reading.tokens[noun]?.word === '('
    const own =
      found.value.tests.length > 1 && isNoun(reading, found.end) ? cut(reading, start, found.end) : undefined
    if (own !== undefined) return own
    return { test: found.value, end: bracketed ? skip(reading, found.end, closing) : found.end }
  }
  return undefined
}

const isNounOfNumber = phrase('employees|employee|staff|people|ftes|headcount|open|years|year|months|signals')
const isNoun = (reading: Reading, at: number): boolean => isNounOfNumber(reading, at) >= 0

/** "Revenue over 50M and less than 1000 employees": the second comparison is one of the noun behind it. */
function cut(reading: Reading, start: number, end: number): NumberSaid | undefined {
  for (let to = end - 1; to > start; to--) {
    const found = comparison({ ...reading, tokens: reading.tokens.slice(0, to), memo: [] }, start)
    if (found?.value.tests.length === 1) return { test: found.value, end: found.end }
  }
  return undefined
}

/** One condition for each test that was said. */
export function numbersAsked(
  test: Test,
  make: (test: Test['tests'][number]) => Criteria,
  more: readonly string[] = [],
  tests = test.tests,
): Meaning {
  const assumptions = [...(test.assumption === undefined ? [] : [test.assumption]), ...more]
  return told(allOf(tests.map(make)), { assumptions, doubts: [] })
}

/** A comparison before its noun, which "or more" may stand behind: `200 employees or more`. */
export function withSuffix(reading: Reading, test: Test, noun: number): NumberSaid {
  const { value, end } = comparedBehind(reading, test, noun)
  return { test: value, end }
}
