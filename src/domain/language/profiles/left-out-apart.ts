import { isCondition } from '../../criteria/node.ts'
import { readClauses } from '../grammar/clauses.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { unit } from '../unit.ts'
import { deniedWhom, neverSold } from './section-words.ts'
import type { Section } from './sections.ts'

/** Of these several can be left out one behind the other: “exclude customers, agencies, US only” ends before the US. */
const LISTED = /^(?:industry|relationship|tech_stack|funding_stage|title|function|seniority|tags|interests)$/

/**
 * “Never anybody who churned, …”: what is left out, read as what it says without the denial, where the grammar cannot
 * read it as a denial. It goes on behind a comma for as long as names follow.
 */
export function leftOutApart(reading: Reading, section: Section): readonly Section[] {
  const { denied, from, to } = section
  if (denied === undefined) return [section]
  const apart = neverSold(reading, from) >= 0 || deniedWhom(reading, from) >= 0
  if (!apart && readsIn(reading, from, to)) return [section]
  let end = to
  if (neverSold(reading, from) >= 0 && readsIn(reading, denied, to))
    return [{ mode: 'excluded', weight: null, from: denied, to }]
  for (let at = denied; at < to; at++) {
    if (wordAt(reading, at) !== ',' || goesOn(reading, at + 1, to)) continue
    end = at
    break
  }
  if (!readsIn(reading, denied, end, true)) return [section]
  const out: Section = { mode: 'excluded', weight: null, from: denied, to: end }
  return end < to ? [out, { mode: 'required', weight: null, from: end + 1, to }] : [out]
}

/** `orNamed`: or it is told by name that no data says it. */
function readsIn(reading: Reading, from: number, to: number, orNamed = false): boolean {
  const { node, leftovers, doubts } = readClauses(reading, unit, from, to)
  const clear = doubts.every(({ kind }) => orNamed && kind === 'missing')
  return node !== undefined && leftovers.length === 0 && clear
}

function goesOn(reading: Reading, at: number, to: number): boolean {
  const from = /^(?:and|or|nor)$/.test(wordAt(reading, at)) ? at + 1 : at
  const found = reading.unit(reading, from)
  if (found?.value.nominal !== true || found.end > to || /^only$/.test(wordAt(reading, found.end)))
    return false
  const { criteria } = found.value
  return criteria !== undefined && isCondition(criteria) && 'field' in criteria && LISTED.test(criteria.field)
}
