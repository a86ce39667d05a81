import { canonicalJson } from '#kernel/hash.ts'
import { normalCriteria } from '../../../criteria/normal.ts'
import { isCondition } from '../../../criteria/node.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { criteriaKey } from '../../../criteria/same.ts'
import { listOf } from '../../../criteria/unite.ts'
import { subjectOf } from '../../../conditions/facets/subject.ts'
import type { Condition } from '../../../conditions/index.ts'
import type { Parameter, ProfileParameters } from '../../../profiles/parameter.ts'
import { valuesTested, withTested, isColumnTest } from '../../grammar/column-tests.ts'

/** One parameter as another, or without it. */
export const replaced = (
  parameters: ProfileParameters,
  one: Parameter,
  next: Parameter | undefined,
): ProfileParameters => parameters.flatMap((each) => (each === one ? (next ?? []) : [each]))

/** A parameter that counts in another way. */
export const inMode = ({ criteria }: Parameter, mode: Parameter['mode'], weight: number): Parameter =>
  mode === 'score' ? { mode, criteria, weight } : { mode, criteria }

/**
 * Parameters with others beside them. What must hold of something of which everybody has one value, or one number,
 * stands in the place of what was asked of it before.
 */
export function withOthers(
  parameters: ProfileParameters,
  others: readonly Parameter[],
): {
  readonly parameters: ProfileParameters
  readonly instead: readonly (readonly [Parameter, Parameter])[]
} {
  const instead: (readonly [Parameter, Parameter])[] = []
  let next = [...parameters]
  for (const other of others) {
    const told = keyOf(other)
    if (next.some((one) => keyOf(one) === told)) continue
    const key = singleOf(other.criteria)
    const held =
      other.mode === 'exclude' || key === undefined
        ? undefined
        : next.find(({ mode, criteria }) => mode === other.mode && singleOf(criteria) === key)
    // “Require hiring”, which was preferred, turns it.
    const same = criteriaKey(other.criteria)
    const turned =
      other.mode === 'filter'
        ? next.find(({ mode, criteria }) => mode === 'score' && criteriaKey(criteria) === same)
        : undefined
    if (turned !== undefined) next = next.filter((one) => one !== turned)
    if (held === undefined) {
      const last = next.findLastIndex(({ mode }) => ORDER.indexOf(mode) <= ORDER.indexOf(other.mode))
      next = next.toSpliced(last + 1, 0, other)
    } else {
      next = replaced(next, held, other).slice()
      instead.push([held, other])
    }
  }
  return { parameters: next, instead }
}

/** Parameters that say the same have the same. */
export const keyOf = (parameter: Parameter): string =>
  canonicalJson({ ...parameter, criteria: normalCriteria(parameter.criteria) })

const ORDER = ['filter', 'exclude', 'score'] as const

/** What everybody has one of, as a key; undefined for what one may have several of. */
function singleOf(criteria: Criteria): string | undefined {
  const list = listOf(criteria)
  if (list !== undefined) return list.key
  return isCondition(criteria) && numberIn(criteria) !== undefined ? subjectOf(criteria) : undefined
}

/** The number that a column is compared with. */
export function numberIn(
  condition: Condition,
): { readonly op: string; readonly value: number | readonly [number, number] } | undefined {
  if (!('op' in condition && 'value' in condition && 'field' in condition)) return undefined
  const { op, value } = condition
  if (typeof value === 'number' && op !== undefined) return { op, value }
  if (!Array.isArray(value)) return undefined
  const [low, high]: unknown[] = value
  return typeof low === 'number' && typeof high === 'number' && op === 'between'
    ? { op, value: [low, high] }
    : undefined
}

/** The same without some of its values; undefined where none would be left, null where it has none of them. */
export function withoutValues(criteria: Criteria, gone: Criteria): Criteria | undefined | null {
  const [held, taken] = [listOf(criteria), listOf(gone)]
  if (held === undefined || held.key !== taken?.key || !isCondition(criteria) || !isColumnTest(criteria))
    return null
  const left = (valuesTested(criteria) ?? []).filter((value) => !taken.values.includes(value))
  if (left.length === held.values.length) return null
  return left.length === 0 ? undefined : withTested(criteria, left)
}
