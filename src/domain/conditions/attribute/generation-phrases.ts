import type { Criteria } from '../../criteria/schema.ts'
import { anyOf, doubtful, type Meaning, missing, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'

interface Generation {
  readonly name: string
  readonly words: ReturnType<typeof phrase>
  /** Years of birth, both included. The youngest has no end. */
  readonly from: number
  readonly to?: number
}

/**
 * Generations by the Pew Research Center, “Defining generations: Where Millennials end and Generation Z begins”
 * (2019). It names none after Generation Z, whose last year of birth it gives as 2012.
 */
const SOURCE = 'Pew Research Center'
const GENERATIONS: readonly Generation[] = [
  { name: 'Generation Alpha', words: phrase('gen|generation alpha'), from: 2013 },
  {
    name: 'Generation Z',
    words: phrase('gen|generation z', 'genz|zoomers|zoomer', 'gen - z', 'gen zers'),
    from: 1997,
    to: 2012,
  },
  {
    name: 'Millennials',
    words: phrase('millennials|millennial|millenials|millenial', 'gen|generation y', 'gen - y'),
    from: 1981,
    to: 1996,
  },
  {
    name: 'Generation X',
    words: phrase('gen|generation x', 'genx', 'gen - x', 'gen xers'),
    from: 1965,
    to: 1980,
  },
  {
    name: 'Baby Boomers',
    words: phrase('baby? boomers|boomer', 'baby boom generation'),
    from: 1946,
    to: 1964,
  },
  { name: 'the Silent Generation', words: phrase('the? silent generation'), from: 1928, to: 1945 },
]

const lead = phrase('the|our|in|are|from|all', 'in|from the')
const joint = phrase('and|or|,|&', ', and|or')
const older = phrase('or|and older|above|up')
const younger = phrase('or|and younger|below')
const people = phrase(
  'customers|customer|buyers|shoppers|people|members|consumers|generation|age? group|cohort',
)

/** `Gen Z`, `millennials and boomers`, `Gen X or older`: by years of birth. */
const generation: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  let end = skip(reading, polar, lead)
  const parts: Criteria[] = []
  const assumptions: string[] = []
  for (;;) {
    const next = parts.length === 0 ? end : joint(reading, end)
    const one = next < 0 ? undefined : oneAt(reading, next)
    if (one === undefined) break
    parts.push(one.value.criteria)
    assumptions.push(one.value.says)
    end = one.end
  }
  if (parts.length === 0) return undefined
  end = skip(reading, end, people)
  if (reading.situation.vocabulary.filled('birthday') === 0)
    return {
      value: doubtful(missing(at, end, 'birthday', 'No customer has a known birthday.')),
      end,
    }
  const criteria = anyOf(parts)
  return {
    value: {
      criteria: negative ? negated(criteria) : criteria,
      assumptions,
      doubts: [],
      people: true,
      ...(negative ? {} : { nominal: true as const }),
    },
    end,
  }
}

function oneAt(reading: Reading, at: number): Found<{ criteria: Criteria; says: string }> | undefined {
  for (const { name, words, from, to } of GENERATIONS) {
    const end = words(reading, at)
    if (end < 0) continue
    const up = older(reading, end)
    const down = younger(reading, end)
    const first = up >= 0 ? undefined : from
    const last = down >= 0 ? undefined : to
    const born =
      first === undefined
        ? `in ${last ?? from} or earlier`
        : last === undefined
          ? `in ${first} or later`
          : `${first} to ${last}`
    return {
      value: {
        criteria: {
          type: 'attribute',
          field: 'birthday',
          op: 'during',
          window: {
            kind: 'dates',
            ...(first === undefined ? {} : { from: `${first}-01-01` }),
            ...(last === undefined ? {} : { to: `${last}-12-31` }),
          },
        },
        says: `${name}${up >= 0 ? ' and older' : down >= 0 ? ' and younger' : ''}: born ${born}${name === 'Generation Alpha' ? '' : `, by the ${SOURCE}`}.`,
      },
      end: Math.max(up, down, end),
    }
  }
  return undefined
}

export const generationPhrases: readonly Parser<Meaning>[] = [generation]
