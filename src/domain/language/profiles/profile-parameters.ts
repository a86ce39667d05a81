import { joinWords } from '#kernel/text.ts'
import { clashOf, listOf } from '../../criteria/unite.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'
import { ENTITY_WORDS } from '../../entities/entity.ts'
import { asFilters, asScores } from '../../profiles/as-parameters.ts'
import type { Parameter } from '../../profiles/parameter.ts'
import { type Assumed, assumedBy } from '../grammar/assumed.ts'
import { negated } from '../grammar/meaning.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import type { Described } from './described.ts'
import { rangesApart } from './ranges-apart.ts'
import type { Section } from './sections.ts'

type Parts = Described['parts']

/** Filters first, then excludes, then what scores, as a count of whom it fits has them. */
export function parametersOf(reading: Reading, parts: Parts): Parameter[] {
  const held = parts.flatMap(({ section, built }): readonly Parameter[] => {
    if (built.criteria === undefined) return []
    if (section.mode === 'required') return asFilters(built.criteria)
    if (section.mode === 'preferred') return asScores(built.criteria, section.weight ?? 1)
    return leftOut(reading, section, built.criteria).flatMap((one) => asFilters(negated(one)))
  })
  const of = (mode: Parameter['mode']) => held.filter((parameter) => parameter.mode === mode)
  return [...of('filter'), ...of('exclude'), ...of('score')]
}

/** "Kick out agencies, Segment users": each of them; "agencies in France" are only those there. */
const leftOut = (reading: Reading, section: Section, criteria: Criteria): readonly Criteria[] =>
  !isCondition(criteria) && 'all' in criteria && isListed(reading, section) ? criteria.all : [criteria]

const isListed = (reading: Reading, { from, to }: Section): boolean => {
  const words = reading.tokens.slice(from, to).map(({ word }) => word)
  return /(?:^| )(?:,|and|&|or|nor)(?: |$)/.test(words.join(' ').replace(ALIKE, ' '))
}
/** “VP Sales or similar” lists nothing. */
const ALIKE =
  / ,? ?(?:or|and) (?:similar|equivalents?|comparable|alike|something|anything|anyone|the likes?)(?= |$)/gu

/** That each of several things that are preferred, or left out, counts by itself. */
export const severalOf = (reading: Reading, parts: Parts): readonly Assumed[] =>
  parts.flatMap(({ section, built: { criteria } }) => {
    if (section.mode === 'required' || criteria === undefined || !('all' in criteria)) return []
    if (section.mode === 'preferred' && asScores(criteria, 1).length === 1) return []
    const what = `“${said(reading, section.from, section.to)}”`
    const says =
      section.mode === 'preferred'
        ? `${what} are ${leavesOf(criteria).length} preferences, and each counts by itself.`
        : `${what}: whoever is any of these is left out.`
    return section.mode === 'excluded' && !isListed(reading, section)
      ? []
      : assumedBy([says], section.from, section.to)
  })

/** Why nobody could fit, or score: what must hold and what is left out or preferred exclude each other. */
export function clashing(
  parts: Parts,
  parameters: readonly Parameter[],
  { situation, entity }: Reading,
): string | undefined {
  const words = (criteria: Criteria) => situation.describe(criteria)
  const of = (mode: Parameter['mode']) =>
    parameters.filter((parameter) => parameter.mode === mode).map(({ criteria }) => criteria)
  const filters = of('filter')
  const pair =
    parts.find(({ built }) => built.impossible !== undefined)?.built.impossible ??
    clashOf(filters.map((one) => [one])) ??
    rangesApart(filters)
  const nobody = `No ${ENTITY_WORDS[entity].one} can meet both`
  if (pair !== undefined) return `${nobody}: ${joinWords(pair.map(words), 'and')}. Which do you mean?`
  const never = of('score').flatMap((score) => {
    const found = clashOf([filters, [score]])
    return found === undefined ? [] : [found]
  })[0]
  if (never !== undefined) {
    return `${nobody}: that they ${words(never[0])} is a must, and that they ${words(never[1])} is preferred. Should both be allowed, or one left out?`
  }
  const gone = of('exclude').flatMap((out) =>
    filters.filter((filter) => isWithin(filter, out)).map((filter) => [filter, out] as const),
  )[0]
  return (
    gone &&
    `Nobody could fit: that they ${words(gone[0])} is a must, and that they ${words(gone[1])} is excluded. Which do you mean?`
  )
}

/** Whether whoever meets a condition on something of which everybody has one value meets the other as well. */
function isWithin(inner: Criteria, outer: Criteria): boolean {
  const [own, others] = [listOf(inner), listOf(outer)]
  return (
    own !== undefined && own.key === others?.key && own.values.every((value) => others.values.includes(value))
  )
}

/** What stands between the sections says how the next one counts. */
export const modeWords = ({ mode, weight }: Section): string | undefined =>
  mode === 'preferred'
    ? `preferred, with weight ${weight ?? 1}`
    : mode === 'excluded'
      ? 'left out'
      : undefined

/** The token behind the sign that ends a title. */
export const behindSign = (reading: Reading, at: number): number =>
  /^[:=]$/.test(wordAt(reading, at - 1)) ? at - 1 : at
