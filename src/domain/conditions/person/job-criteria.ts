import { foldText } from '#kernel/text.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { allOf, anyOf } from '../../language/grammar/meaning.ts'
import type { Reading } from '../../language/grammar/reading.ts'
import { type Level, LEVELS } from '../../titles/lexicon.ts'
import { levelOfSeniority } from '../../titles/seniorities.ts'
import type { FunctionSaid } from './function-words.ts'
import { ofPerson, oneOfPerson, titleMeaning } from './person-criteria.ts'
import type { RankSaid, Reach } from './rank-words.ts'

/** A job as it was said. */
export interface Job {
  readonly ranks: readonly RankSaid[]
  readonly reach?: Reach
  readonly functions: readonly FunctionSaid[]
  /** "Leaders", "executives": how high is asked, unless something else says it. */
  readonly vague?: { readonly from: number; readonly to: number; readonly of: string }
}

/** Whether there is a level to be above or below: of the lowest nobody is below, and a CMO is no level. */
export const isBeside = (reach: Reach | undefined, ranks: readonly RankSaid[]): boolean =>
  (reach !== 'above' && reach !== 'below') ||
  ranks.every(({ level: one }) => one !== undefined && beside(one, reach) !== undefined)

const beside = (one: Level, reach: 'above' | 'below'): Level | undefined =>
  LEVELS[LEVELS.indexOf(one) + (reach === 'above' ? 1 : -1)]

interface Said {
  readonly criteria: Criteria
  readonly assumptions: readonly string[]
}

/**
 * By the columns of seniority and function where the data fills them as well as titles; else, and where no column
 * says it, by what titles mean.
 */
export function jobCriteria(reading: Reading, { ranks, functions, reach }: Job): Said {
  const { vocabulary } = reading.situation
  const filled = (field: string) => vocabulary.filled(`person.${field}`)
  const asked = [...(ranks.length > 0 ? ['seniority'] : []), ...(functions.length > 0 ? ['function'] : [])]
  // A lone function is one word of many titles, and not even in most: its column is better where there is one.
  const enough = ranks.length === 0 ? 0.5 * filled('title') : 0.97 * filled('title')
  const values = functions.flatMap(({ value }) => value ?? [])
  const levels = ranks.flatMap(({ level }) => level ?? [])
  const byColumns =
    asked.every((field) => filled(field) > 0 && filled(field) >= enough) &&
    values.length === functions.length &&
    levels.length === ranks.length
  if (!byColumns) return byTitle(ranks, functions, reach)
  const parts = [
    ...(ranks.length === 0 ? [] : [levelCriteria(reading, levels, reach)]),
    ...(functions.length === 0 ? [] : [oneOfPerson('function', [...new Set(values)])]),
  ]
  return { criteria: allOf(parts), assumptions: [] }
}

function byTitle(
  ranks: readonly RankSaid[],
  functions: readonly FunctionSaid[],
  reach: Reach | undefined,
): Said {
  if (reach === 'above' || reach === 'below') {
    const next = ranks.map((rank) => ({ title: (rank.level && beside(rank.level, reach)) ?? rank.title }))
    return byTitle(next, functions, reach === 'above' ? 'up' : 'down')
  }
  const said = ranks.map(({ title }) => title)
  const names = functions.map(({ title }) => title)
  const titles =
    said.length === 0
      ? names
      : names.length === 0
        ? said
        : said.flatMap((rank) => names.map((name) => titled(rank, name)))
  const suffix =
    reach === 'up' ? ' and up' : reach === 'down' ? ' and below' : reach === 'level' ? ' level' : ''
  const meanings = [...new Set(titles)].map((title) =>
    title.endsWith('level') && reach === 'level' ? title : `${title}${suffix}`,
  )
  return {
    criteria: titleMeaning(meanings),
    assumptions: [
      `Job titles are read by what they mean: ${meanings.map((one) => `“${one}”`).join(' or ')}.`,
    ],
  }
}

/** As titles are written: “VP Sales”, “Head of Sales”, “Data Analyst”. */
const titled = (rank: string, name: string): string =>
  rank === 'Head' ? `Head of ${name}` : LEADING.test(rank) ? `${rank} ${name}` : `${name} ${rank}`

const LEADING = /^(?:[SE]?VP|C-level)$/

const REACHING = { up: '>=', down: '<=', above: '>', below: '<' } as const

function levelCriteria(reading: Reading, levels: readonly Level[], reach: Reach | undefined): Criteria {
  const op = reach === undefined || reach === 'level' ? undefined : REACHING[reach]
  if (op !== undefined) {
    return anyOf(levels.map((level) => ofPerson('seniority', op, heldAs(reading, level)[0] ?? level)))
  }
  return oneOfPerson('seniority', [
    ...new Set(
      levels.flatMap((level) => {
        const held = heldAs(reading, level)
        return held.length === 0 ? [level] : held
      }),
    ),
  ])
}

/** How the data writes a level. */
const heldAs = (reading: Reading, level: Level): readonly string[] =>
  reading.situation.vocabulary
    .values('person.seniority')
    .flatMap(({ value }) => (levelOfSeniority(foldText(value)) === level ? [value] : []))
