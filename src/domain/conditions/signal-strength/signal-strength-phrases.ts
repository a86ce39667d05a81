import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, remembered } from '../../language/grammar/reading.ts'
import type { Condition } from '../index.ts'
import { comparisonWords, numberWords } from '../shared/comparison.ts'
import { typesAt } from '../signal/signal-phrases.ts'
import type { StrengthAsked } from './signal-strength-shape.ts'

const lead = phrase('with|having|whose a|an|the|their?', 'a|an|the|their')
const present = phrase('present|current')
const strength = phrase('signal|signals strength|strengths', 'strength of signals', 'signal score|heat')
const of = phrase('of|is|:')
const now = phrase('now', 'today', 'at present', 'right now')

/** `have a present hiring signal strength of at least 0.5`, `signal strength above 1` */
export const signalStrengthPhrases = (
  make: (asked: StrengthAsked) => Condition,
): readonly Parser<Meaning>[] => [
  remembered((reading, at) => {
    const { negative, end: polar } = polarity(reading, at)
    const from = skip(reading, skip(reading, polar, lead), present)
    const types = typesAt(reading, from)
    const named = strength(reading, types?.end ?? from)
    const compared = named < 0 ? undefined : comparison(reading, skip(reading, named, of))
    if (compared === undefined || !mayCount(compared.value)) {
      return undefined
    }
    const criteria = allOf(
      compared.value.tests.map((one) =>
        make({ ...(types && { signal: types.value }), ...leastOfBare(one, compared.value) }),
      ),
    )
    return {
      value: {
        criteria: negative ? negated(criteria) : criteria,
        assumptions: assumptionsOf(compared.value),
        doubts: [],
      },
      end: skip(reading, compared.end, now),
    }
  }),
]

type One = Test['tests'][number]

/** Nobody has a strength to the thousandth in mind. */
const leastOfBare = (one: One, { bare }: Test): One =>
  bare && one.op === '=' && one.value !== 0 ? { ...one, op: '>=' } : one

const assumptionsOf = (test: Test): readonly string[] => [
  ...(test.assumption === undefined ? [] : [test.assumption]),
  ...test.tests
    .filter((one) => leastOfBare(one, test) !== one)
    .map((one) => `A signal strength is read as ${comparisonWords(leastOfBare(one, test), numberWords)}.`),
]
