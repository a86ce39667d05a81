import { anyOf, doubtful, type Meaning, meaning, missing, negated } from '../../language/grammar/meaning.ts'
import { longestIn, type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { oneOf } from './company-criteria.ts'

/** What companies are to us, as people say it; more than one where a word may mean either. */
const NAMES: readonly (readonly [values: readonly string[], words: Phrase])[] = [
  [
    ['prospect'],
    phrase(
      'prospects|prospect of? ours?',
      'our|open prospects',
      'prospect accounts|companies|account|company?',
      'prospective|potential accounts|customers|clients',
    ),
  ],
  [
    ['pipeline'],
    phrase(
      'in|from the|our? open? pipeline',
      'pipeline accounts|companies?',
      'in|with an? open|active? opportunity|opportunities|deal|deals|pipeline',
      'open|active opportunities|deals',
    ),
  ],
  [
    ['customer'],
    phrase(
      'customers|customer|clients|client of? ours?',
      'our|existing|current|paying|active|own customers|customer|clients|client',
      'existing|current accounts',
      'closed won',
      'won',
      'sell|sold|selling to',
      'work|works|working with us?',
      'buy|buys|buying|bought from us',
    ),
  ],
  [
    ['churned'],
    phrase(
      'churned accounts|customers|companies|clients?',
      'former|ex|past|lost|lapsed|old customers|clients|accounts',
      'left us',
      'used to be customers|customer|clients|client of? ours?',
      'cancelled|canceled|quit',
    ),
  ],
  [
    ['closed_lost'],
    phrase(
      'closed lost accounts|deals?',
      'closed - lost',
      'lost deal|deals|opportunity|opportunities',
      'deals|deal lost',
      'deals|opportunities we lost',
      'we lost a|the? deal|deals|opportunity with|to?',
      'with a lost deal|opportunity',
    ),
  ],
  [['churned', 'closed_lost'], phrase('lost', 'lost to us|competitors', 'lost them?')],
]
/** Companies of whom they are customers, and not ours. */
const WITH_THEM = /^(?:with|have|has|having|their|whose|for|more|many|few|b2b|b2c|enterprise)$/
/** “Companies with many customers”, “companies and customers”: buyers, and nothing that companies are to us. */
const isTheirs = (reading: Reading, at: number): boolean =>
  WITH_THEM.test(wordAt(reading, at - 1)) ||
  (/^(?:and|or|\/)$/.test(wordAt(reading, at - 1)) &&
    /^(?:companies|accounts|firms|businesses|people)$/.test(wordAt(reading, at - 2)))

const lead = phrase(
  'a|an|the',
  'that|who are|is',
  'that|who|they? are|is? already|currently|still|once a|an|our?',
  'as a|an?',
  'in|with|whose|where? the? relationship status|type? with|to us? is|are|:|=|of?',
  'with|having|whose a|the|their relationship|status is|:|=|of?',
  'in|with|whose|where? the? relationship status|type? is|are|:|=|of?',
  'the ones? that|who|which? we|are|is',
)
const joint = phrase('or', 'and', ',', ', or', ', and', '/', '&', 'nor', ', nor', 'or|nor|and are|is')
const bracket = phrase('(')
const closing = phrase(')')

/** `prospects`, `churned accounts`, `closed-lost`, `not customers of ours`. */
export const relationship: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const first = nameAt(reading, polar)
  if (first === undefined) return undefined
  if (first.end === polar + 1 && isTheirs(reading, at)) return undefined
  const said = [first.value]
  let { end } = first
  for (;;) {
    const next = joint(reading, end)
    const name = next < 0 ? undefined : nameAt(reading, next)
    if (name === undefined) break
    said.push(name.value)
    end = name.end
  }
  const { vocabulary } = reading.situation
  if (vocabulary.filled('company.relationship') === 0) {
    const says =
      'No company’s relationship with us is known (prospect, pipeline, customer, churned, closed-lost).'
    return { value: doubtful(missing(at, end, 'the relationship of companies with us', says)), end }
  }
  const criteria = anyOf([oneOf('relationship', [...new Set(said.flat())])])
  const value = meaning(
    negative ? negated(criteria) : criteria,
    said.some((one) => one.length > 1) ? [LOST] : [],
  )
  return { value: polar > at ? value : { ...value, nominal: true }, end }
}

const LOST = '“Lost” is read as churned or closed-lost.'

function nameAt(reading: Reading, at: number): Found<readonly string[]> | undefined {
  const inside = bracket(reading, at)
  const start = skip(reading, inside >= 0 ? inside : at, lead)
  const best = longestIn(reading, start, NAMES)
  if (best === undefined || inside < 0) return best
  const end = closing(reading, best.end)
  return end < 0 ? undefined : { value: best.value, end }
}
