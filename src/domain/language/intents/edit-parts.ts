import type { Operator } from '../../conditions/shared/comparison.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import type { Test } from '../grammar/comparison.ts'
import { type Edit, rebuild } from './edit.ts'

export type Which = 'first' | 'last' | undefined

const windowOf = (condition: Condition): Window | undefined =>
  'within' in condition && condition.within !== undefined
    ? condition.within
    : 'during' in condition
      ? condition.during
      : condition.type === 'attribute'
        ? condition.window
        : undefined

function conditionsOf(criteria: Criteria): Condition[] {
  if (isCondition(criteria)) return [criteria]
  return ('none' in criteria ? criteria.none : 'any' in criteria ? criteria.any : criteria.all).flatMap(
    conditionsOf,
  )
}

function chosen(candidates: readonly Condition[], which: Which): Condition | undefined {
  if (which === 'first') return candidates[0]
  return which === 'last' || candidates.length === 1 ? candidates.at(-1) : undefined
}

function change(
  current: Criteria,
  target: Condition | undefined,
  next: Criteria | undefined,
  says: string,
): Edit | undefined {
  if (target === undefined || next === undefined) return undefined
  const criteria = rebuild(current, (one) => (one === target ? next : one))
  return criteria && { criteria, says }
}

/** "make it 60 days": the window of the one condition that has one, or that can have one. */
export function setWindow(current: Criteria, window: Window | undefined, which?: Which): Edit | undefined {
  const all = conditionsOf(current)
  const timed = all.filter((condition) => windowOf(condition) !== undefined)
  const able = all.filter(
    (condition) =>
      condition.type === 'orders' ||
      condition.type === 'events' ||
      condition.type === 'abandoned' ||
      condition.type === 'purchases',
  )
  const target = chosen(timed.length > 0 ? timed : able, which)
  return change(
    current,
    target,
    target && withWindow(target, window),
    window === undefined ? 'without its time' : 'this time instead',
  )
}

function withWindow(condition: Condition, window: Window | undefined): Condition | undefined {
  const before = windowOf(condition)
  // "more than 90 days ago" stays so when the number changes.
  const next: Window | undefined =
    before?.kind === 'older' && window?.kind === 'last'
      ? { kind: 'older', n: window.n, unit: window.unit }
      : window
  if (condition.type === 'attribute') return next && { ...condition, window: next }
  if (condition.type === 'orders' && condition.during !== undefined)
    return next && { ...condition, during: next }
  if (!isTimed(condition)) return undefined
  const { within: _, ...rest } = condition
  return next === undefined ? rest : { ...rest, within: next }
}

type Timed = Extract<
  Condition,
  { type: 'orders' | 'purchases' | 'events' | 'abandoned' | 'sequence' | 'rank' }
>
const isTimed = (condition: Condition): condition is Timed =>
  condition.type === 'orders' ||
  condition.type === 'purchases' ||
  condition.type === 'events' ||
  condition.type === 'abandoned' ||
  condition.type === 'sequence' ||
  condition.type === 'rank'

type Tested = Extract<Condition, { type: 'orders' | 'purchases' | 'events' | 'abandoned' }>
const isTested = (condition: Condition): condition is Tested =>
  (condition.type === 'orders' ||
    condition.type === 'purchases' ||
    condition.type === 'events' ||
    condition.type === 'abandoned') &&
  condition.op !== undefined &&
  condition.value !== undefined

const MONEY = new Set(['spend', 'net_spend', 'average', 'largest', 'discount'])
const isMoney = (condition: Tested): boolean =>
  'measure' in condition && condition.measure !== undefined && MONEY.has(condition.measure)

/** "over 300", "make it $1,000": the number of the one condition that has one. */
export function setTest(current: Criteria, test: Test, which?: Which): Edit | undefined {
  const [next, more] = test.tests
  if (next === undefined || more !== undefined || test.percent) return undefined
  const all = conditionsOf(current).filter(isTested)
  const fitting = test.currency === undefined ? all : all.filter(isMoney)
  const target = chosen(fitting, which)
  if (target === undefined || !isTested(target)) return undefined
  const op = test.bare
    ? Array.isArray(next.value)
      ? 'between'
      : target.op === 'between'
        ? '>='
        : target.op
    : next.op
  const said = op === undefined ? target : { ...target, op, value: next.value }
  return change(current, target, said, 'this number instead')
}

/** "at least, not more than": the same number, compared otherwise. */
export function setOperator(current: Criteria, op: Operator): Edit | undefined {
  const tested = conditionsOf(current)
    .filter(isTested)
    .filter((condition) => !Array.isArray(condition.value))
  const target = chosen(tested, undefined)
  if (target === undefined || !isTested(target)) return undefined
  return change(current, target, { ...target, op }, 'this comparison instead')
}
