import { isCondition } from '../../criteria/node.ts'
import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { leavesOf } from '../../criteria/walk.ts'
import type { BreakdownBy } from '../../insights/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import type { ReadCriteria } from './commanded.ts'

/** A part of some people, as it was said; without criteria it is all whom the others leave. */
export interface SaidPart {
  readonly label: string
  readonly criteria?: Criteria
}

/** More of them nobody looks at one by one. */
export const MOST_PARTS = 20

const theRest = phrase(
  'the|all? rest|others|remainder|remaining|other',
  'the|all? remaining|other ones|people|customers|members|half|folks',
  'everyone|everybody|anyone|all else',
  'whoever is|are? left|remaining',
  // "ones who bought this year and ones who didn't"
  'the? ones|those|people|customers who|that did|do|have|has|are|is|was|were not',
  'the? ones|those|people|customers who|that did|do|have|has|are|is|was|were not yet|buy|order|so',
)
const lead = phrase(
  'one|once|first|second|third|fourth|another|other|1|2|3 a|the? segment|list|group|audience|part|copy|persona|icp|one? just|only? for|with|of|in|from|:|=|-|– just|only? the|our|all?',
  'the|an|a other|second|first|third|last one|segment|list|group|part|half? :|=|-? for|with|of|in|from? the|our|all?',
  'for|with|of|from just|only? the|our|all?',
  'those|people|customers|ones who|that is|are|have|has?',
  'the|our|all',
  'a|an segment|list|group|audience of|for|with the?',
)
const noun = phrase(
  'shops|shop|ones|one|folks|people|customers|group|groups|segment|list|bucket|half|part|users|crowd|side|members|lot|companies',
)

/** Where one part ends and the next begins, by what separates them most. */
const BETWEEN = [/^(?:\/|;|\||vs|versus)$/, /^(?:,|and|&|plus|\.)$/, /^or$/] as const

/** Tokens [from, to) as two parts or more, each of which is read for certain. */
export function partsIn(
  reading: Reading,
  from: number,
  to: number,
  criteriaOf: ReadCriteria,
): readonly SaidPart[] | undefined {
  const shapes = [
    atCommaAnd(reading, from, to),
    ...BETWEEN.map((between) => piecesOf(reading, from, to, between)),
  ]
  for (const pieces of shapes) {
    if (pieces.length < 2 || pieces.length > MOST_PARTS) continue
    const parts = pieces.flatMap(([a, b]) => partAt(reading, a, b, criteriaOf) ?? [])
    const rests = parts.filter(({ criteria }) => criteria === undefined)
    if (parts.length === pieces.length && rests.length <= 1) return parts
  }
  return undefined
}

/** "2 orders and a spend over 100, and the rest": where that is the only comma, it separates them. */
function atCommaAnd({ tokens }: Reading, from: number, to: number): readonly (readonly [number, number])[] {
  const commas = tokens.flatMap(({ word }, i) => (i > from && i < to && word === ',' ? [i] : []))
  const [comma, ...others] = commas
  return comma === undefined || others.length > 0 || tokens[comma + 1]?.word !== 'and'
    ? []
    : [
        [from, comma],
        [comma + 2, to],
      ]
}

function piecesOf(
  { tokens }: Reading,
  from: number,
  to: number,
  between: RegExp,
): readonly (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = []
  let start = from
  for (let at = from; at <= to; at++) {
    if (at < to && !between.test(tokens[at]?.word ?? '')) continue
    if (at > start) pieces.push([start, at])
    start = at + 1
  }
  return pieces
}

function partAt(reading: Reading, from: number, to: number, criteriaOf: ReadCriteria): SaidPart | undefined {
  const opened = skip(reading, from, lead)
  const starts = [...new Set([skip(reading, opened, lead), opened, from])].filter((at) => at < to)
  for (const at of starts) if (theRest(reading, at) === to) return { label: 'the rest' }
  const ends = noun(reading, to - 1) === to ? [to, to - 1] : [to]
  for (const at of starts)
    for (const end of ends) {
      const criteria = criteriaOf(at, end) ?? valueAt(reading, at, end)
      if (criteria !== undefined) return { label: said(reading, at, end), criteria }
    }
  return undefined
}

/** "Paris", by itself. */
function valueAt({ links, tokens }: Reading, at: number, end: number): Criteria | undefined {
  // Written so, it is no pronoun.
  if (end === at + 1 && tokens[at]?.text === 'US')
    return { type: 'attribute', field: 'country', op: 'equals', value: 'US' }
  const found = links.at(at).filter((link) => link.end === end && FIELDS.some((one) => one === link.field))
  // A country goes before a region or a city that is written so.
  const countries = found.filter(({ field }) => field === 'country')
  const named = countries.length > 0 ? countries : found
  const [value, ...more] = new Set(named.flatMap(({ values }) => values))
  const [field, ...others] = new Set(named.flatMap((link) => FIELDS.find((one) => one === link.field) ?? []))
  if (field === undefined || value === undefined || others.length > 0 || more.length > 0) return undefined
  return { type: 'attribute', field, op: 'equals', value }
}

/** Each value of what somebody is to be split by, of those at hand where they name some. */
export function partsBy(
  reading: Reading,
  by: BreakdownBy,
  atHand: Criteria | undefined,
): readonly SaidPart[] | undefined {
  const listed = atHand && listedBy(atHand, by)
  if (listed !== undefined)
    return listed.map((criteria) => ({ label: labelOf(reading, by, criteria), criteria }))
  const field = FIELDS.find((one) => one === by)
  if (field === undefined || (atHand !== undefined && entityOf(atHand) !== 'customer')) return undefined
  return reading.situation.vocabulary.values(field).map(({ value, label }) => ({
    label,
    criteria: { type: 'attribute', field, op: 'equals', value },
  }))
}

/** What each customer has one of: parts by it are apart from each other. */
const FIELDS = ['country', 'region', 'city', 'gender', 'language'] as const
export const isSplitBy = (by: BreakdownBy): by is (typeof FIELDS)[number] => FIELDS.some((one) => one === by)

/** "in France or Canada": each of them. */
function listedBy(criteria: Criteria, by: BreakdownBy): readonly Criteria[] | undefined {
  const leaf = leavesOf(criteria)
    .map(({ condition }) => condition)
    .find(
      (condition) =>
        'field' in condition &&
        condition.field === by &&
        'value' in condition &&
        Array.isArray(condition.value),
    )
  if (leaf === undefined || !('field' in leaf) || !('value' in leaf) || !Array.isArray(leaf.value))
    return undefined
  const found = leaf.value.map((value): unknown => ({ ...leaf, op: 'equals', value }))
  return found.filter((one): one is Criteria => isCriteria(one))
}

const isCriteria = (value: unknown): value is Criteria =>
  typeof value === 'object' && value !== null && 'type' in value

function labelOf({ situation }: Reading, by: BreakdownBy, criteria: Criteria): string {
  const value = isCondition(criteria) && 'value' in criteria ? criteria.value : undefined
  const field = FIELDS.find((one) => one === by)
  const known = field && situation.vocabulary.values(field).find((one) => one.value === value)
  return known?.label ?? String(value)
}
