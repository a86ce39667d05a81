import { linkedList, otherWords, valuesOf } from '../../language/grammar/linked-list.ts'
import { joinWords } from '#kernel/text.ts'
import {
  doubtful,
  type Meaning,
  meaning,
  missing,
  negated,
  NO_SUCH_VALUE,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { INDUSTRIES } from '../../language/linking/industries.ts'
import { oneOf } from './company-criteria.ts'

const lead = phrase(
  'in|within|from|across|of',
  'in|within|from|across the',
  'in the industry|industries|sector|sectors|vertical|verticals|space|field of?',
  'whose? industry|sector|vertical is|are|:|=|in?',
  'with the? industry|sector|vertical',
  'operating|active|working in the?',
  'operate|operates|work|works|active|play|plays in the?',
  'belong|belongs|belonging to the?',
  'come|comes|coming from the?',
  'the industry',
)
const away = phrase('outside|outside of the?', 'anything but', 'other than')
const behind = phrase(
  'industry|industries|sector|sectors|vertical|verticals|space|field|world',
  'group|groups|chain|chains|operator|operators|players',
  '- based',
)

/** As industries they are too many different things. */
const LOOSE =
  /^(?:technology|tech|software|software development|information technology|security|ai|a\.i\.|health|games|property|law|legal|media|energy|shipping|transport|builders|recruiters|travel|financial|finance)$/
const joint = phrase('or', 'and', ',', ', or', ', and', '/', '&', 'nor')

/** Industries that people name, each with its words; of no use where the data has it. */
const KNOWN = INDUSTRIES.map((list) => phrase(...list.split('|').filter((word) => !LOOSE.test(word))))

interface Industries {
  readonly values: readonly string[]
  readonly assumptions: readonly string[]
  /** Names that no company of the data has. */
  readonly absent: readonly string[]
}

/** Industries of the data and others beside them: `SaaS, consulting or agency`. */
function industriesAt(reading: Reading, at: number): Found<Industries> | undefined {
  const values: string[] = []
  const assumptions: string[] = []
  const absent: string[] = []
  let end = -1
  for (let from = at; from >= 0; from = joint(reading, end)) {
    // A list of names of the data ends where it does; others may stand before and behind it.
    const list =
      values.length > 0 && absent.length === 0 ? undefined : linkedList(reading, from, 'company.industry')
    const missed = list === undefined ? absentAt(reading, from) : -1
    if (list !== undefined) {
      values.push(...valuesOf(list.value))
      assumptions.push(...otherWords(reading, list.value, 'industry'))
    } else if (missed >= 0) absent.push(said(reading, from, missed))
    else break
    end = list?.end ?? missed
  }
  return end < 0 ? undefined : { value: { values: [...new Set(values)], assumptions, absent }, end }
}

const HIRES = /^(?:are|is|currently|actively|still|now|be)$/
const absentAt = (reading: Reading, at: number): number =>
  // “They are recruiting” tells of no industry.
  (wordAt(reading, at) === 'recruiting' && HIRES.test(wordAt(reading, at - 1))) ||
  reading.links.at(at).some(({ field }) => field === 'company.industry')
    ? -1
    : Math.max(...KNOWN.map((words) => words(reading, at)))

const nobodyIn = (absent: readonly string[]): string =>
  `No company of the data is in the industry ${joinWords(
    absent.map((name) => `“${name}”`),
    'or',
  )}.`

const theWord = phrase('the')
/** `SaaS`, `in Fintech or E-commerce`, `the healthcare sector`, `outside of retail`. */
export const industry: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const outside = away(reading, start)
  const opened = outside >= 0 ? outside : lead(reading, start)
  const list = industriesAt(reading, skip(reading, opened >= 0 ? opened : start, theWord))
  if (list === undefined) return undefined
  const { values, assumptions, absent } = list.value
  const end = skip(reading, list.end, behind)
  const says = absent.length === 0 ? [] : [nobodyIn(absent)]
  if (values.length === 0) return { value: doubtful(missing(start, end, NO_SUCH_VALUE, says.join(' '))), end }
  const criteria = oneOf('industry', values)
  const opposite = negative !== outside >= 0
  const found = meaning(opposite ? negated(criteria) : criteria, [...assumptions, ...says])
  const nominal = opened < 0 && start === at
  return { value: nominal ? { ...found, nominal: true } : found, end }
}
