import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import { normalCriteria } from './normal.ts'
import type { Criteria } from './schema.ts'

/**
 * In one way of writing: texts folded, for no reading tells `VIP` and `vip` apart, and the branches of groups and the
 * values of lists in one order, each once.
 */
export const foldedCriteria = (criteria: Criteria, written: Written = asItIs): unknown =>
  sorted(normalCriteria(criteria), written)

/** What a reading can't tell from others, in its own way of writing. */
export type Written = (value: object) => object
const asItIs: Written = (value) => value

function sorted(given: unknown, written: Written): unknown {
  if (typeof given === 'string') return foldText(given)
  if (Array.isArray(given)) return given.map((one) => sorted(one, written))
  if (typeof given !== 'object' || given === null) return given
  const value = written(given)
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]): [string, unknown] => {
      const shown = sorted(inner, written)
      const unordered =
        Array.isArray(shown) && (GROUPS.has(key) || shown.every((one) => typeof one === 'string'))
      return [key, unordered ? inOrder(shown) : shown]
    })
  const [only] = entries
  // What differs in its spelling alone stands once, and a group of one is that one.
  if (entries.length === 1 && only !== undefined && (only[0] === 'all' || only[0] === 'any')) {
    const [key, branches] = only
    const opened = inOrder(
      (Array.isArray(branches) ? branches : []).flatMap((branch: unknown) => membersOf(branch, key)),
    )
    return opened.length === 1 ? opened[0] : { [key]: opened }
  }
  const { op, value: values } = Object.fromEntries(entries)
  return op === 'in' && Array.isArray(values) && values.length === 1
    ? Object.fromEntries([
        ...entries,
        ['op', OF_ONE.has(String(Reflect.get(value, 'field'))) ? 'has' : 'equals'],
        ['value', values[0]],
      ])
    : Object.fromEntries(entries)
}

const GROUPS = new Set(['all', 'any', 'none'])
const OF_ONE = new Set(['tags', 'interests', 'tech_stack'])

const membersOf = (branch: unknown, key: string): readonly unknown[] => {
  const inner: unknown = typeof branch === 'object' && branch !== null ? Reflect.get(branch, key) : undefined
  return Array.isArray(inner) ? inner : [branch]
}

const inOrder = (values: readonly unknown[]): unknown[] =>
  [...new Map(values.map((one) => [canonicalJson(one), one]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
