import { phrase, skip } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { changeOf, conditionsOf, narrowing, replacing } from './edit.ts'
import { numbersOf } from './edit-numbers.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'
import { saidLimit } from './said-limit.ts'

const change = phrase(
  'make|change|set|put it|that|this|them|the? age|ages? to|into|be?',
  'make|change|set|put it|that|this|them',
  'between',
)

/** "make that 40 to 55", "under 60" of men over 40: years of age, where no other number is at hand. */
export function ageInstead({ reading, current, from, to: end, correcting, read }: FollowUp): Refined {
  const all = conditionsOf(current)
  const [held, ...others] = all.filter((one) => one.type === 'attribute' && one.field === 'birthday')
  if (held === undefined || others.length > 0 || numbersOf(all).length > 0) return undefined
  const to = trimmed(reading, end, suffixInstead)
  const at = skip(reading, from, change)
  const limit = [at, from].map((one) => saidLimit(reading, one, to)).find((one) => one !== undefined)
  if (limit?.kind !== 'number' && limit?.kind !== 'bare') return undefined
  if (limit.kind === 'number' && limit.of.some((word) => word !== 'years')) return undefined
  const [test, ...more] = limit.test.tests
  if (test === undefined || more.length > 0 || limit.test.currency !== undefined) return undefined
  const next = read(`aged ${said(reading, at, to)}`)
  if (next === undefined) return undefined
  const instead = replacing(current, held, next, 'this age instead')
  // One side alone may bound the other: over 40, and under 60.
  const both =
    Array.isArray(test.value) || correcting || at > from || to < end
      ? undefined
      : narrowing(current, next, 'this as well')
  return firmly(refinedBy(changeOf([instead, both], 'Instead of the age at hand, or both?'), at, end))
}
