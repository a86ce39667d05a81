import { atLeast } from '../../language/grammar/asked.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { allOf, doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, remembered } from '../../language/grammar/reading.ts'
import type { Condition } from '../index.ts'
import { noneLive } from '../profile/profile-names-phrases.ts'
import { BEST_SCORE } from '../profile/profile-shape.ts'
import type { Comparison } from '../shared/comparison.ts'

const lead = phrase('with|having|whose|have|has|had a|an|the|their?', 'a|an|the|their')
const named = phrase(
  'combined|overall|total|joint|blended icp and|& persona? score|scores',
  'combined|overall|total|joint|blended score|scores',
  'combined lead score',
)
const equals = phrase('of|is|are|was|:|=|at', 'is|are of|at|:|=')

/** `combined score over 80`, `have a combined score of at least 60` */
export const combinedScorePhrases = (make: (test: Comparison) => Condition): readonly Parser<Meaning>[] => [
  remembered((reading, at) => {
    const { negative, end: polar } = polarity(reading, at)
    const word = named(reading, skip(reading, polar, lead))
    if (word < 0) return undefined
    const found = comparison(reading, skip(reading, word, equals)) ?? comparison(reading, word)
    if (found === undefined || found.value.currency !== undefined) return undefined
    const { end } = found
    const { test, assumptions } = atLeast(found.value, '')
    const impossible = test.tests
      .flatMap(({ value }) => value)
      .some((value) => value < 0 || value > BEST_SCORE)
    const doubts = impossible
      ? [question(at, end, `Scores go from 0 to ${BEST_SCORE}. Which score do you mean?`)]
      : noneLive(reading, 'persona', at, end)
    if (doubts.length > 0) return { value: doubtful(...doubts), end }
    const criteria = allOf(test.tests.map(make))
    const meant = negative ? negated(criteria) : criteria
    return { value: { criteria: meant, assumptions, doubts: [], people: true }, end }
  }),
]
