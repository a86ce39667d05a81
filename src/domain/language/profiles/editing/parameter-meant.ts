import { foldText } from '#kernel/text.ts'
import { subjectOf } from '../../../conditions/facets/subject.ts'
import { sameCriteria } from '../../../criteria/same.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { leavesOf } from '../../../criteria/walk.ts'
import { heldBy } from '../../../profiles/fit.ts'
import type { Parameter, ProfileParameters } from '../../../profiles/parameter.ts'
import { referred } from '../../follow-ups/refer.ts'
import { readClauses } from '../../grammar/clauses.ts'
import { valuesTested } from '../../grammar/column-tests.ts'
import type { Reading } from '../../grammar/reading.ts'
import { build } from '../../grammar/tree.ts'
import { unit } from '../../unit.ts'
import { numberIn } from './changed-parameters.ts'

/** What tokens [from, to) ask of somebody, where every word of them is understood. */
export function wholePart(reading: Reading, from: number, to: number): Criteria | undefined {
  if (from >= to) return undefined
  const alone = reading.over(reading.tokens.slice(from, to))
  const { node, leftovers, doubts } = readClauses(alone, unit, 0, to - from)
  if (node === undefined || leftovers.length > 0 || doubts.length > 0) return undefined
  const { criteria, impossible } = build(node)
  return impossible === undefined ? criteria : undefined
}

/** The parameters that tokens [from, to) mean: those about the same, or those that their nouns call. */
export function parametersMeant(
  reading: Reading,
  from: number,
  to: number,
  parameters: ProfileParameters,
): readonly Parameter[] {
  const said = wholePart(reading, from, to)
  if (said !== undefined) {
    const same = parameters.filter(({ criteria }) => sameCriteria(criteria, said))
    if (same.length > 0) return same
    const sharing = parameters.filter(({ criteria }) => shares(criteria, said))
    if (sharing.length > 0) return sharing
  }
  const noun = referred(reading, from, to, { current: heldBy(parameters) })
  if (noun?.named !== true) return []
  const named = new Set(noun.conditions)
  return parameters.filter(({ criteria }) => leavesOf(criteria).some(({ condition }) => named.has(condition)))
}

/** Whether two ask for the same thing: one of the same values, or the same column where no value is told apart. */
function shares(criteria: Criteria, other: Criteria): boolean {
  const asked = leavesOf(other).map(({ condition }) => condition)
  return leavesOf(criteria).some(({ condition }) =>
    asked.some((one) => {
      if (subjectOf(one) !== subjectOf(condition)) return false
      const [own, said] = [valuesTested(condition), valuesTested(one)]
      if (own === undefined || said === undefined)
        return numberIn(condition) !== undefined && numberIn(one) !== undefined
      const keys = new Set(own.map(foldText))
      return said.some((value) => keys.has(foldText(value)))
    }),
  )
}
