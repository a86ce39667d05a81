import { canonicalJson } from '#kernel/hash.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { ProductFilter } from '../shared/filters.ts'
import type { Step } from './sequence-steps.ts'

const POINTS = /^(?:it|them|those|these|any|one|either)$/

/** "… but didn’t buy": done after the time of what comes before it, unlike "never" and "haven’t". */
export const saysDidNot = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => word === 'did') &&
  !tokens.slice(from, to).some(({ word }) => word === 'ever' || word === 'never')

/** "them" has been read as what was looked at. */
export const isTheSame = ({ deed }: Step, product: ProductFilter): boolean =>
  deed?.did === 'event' &&
  deed.where?.product !== undefined &&
  canonicalJson(deed.where.product) === canonicalJson(product)

/**
 * "viewed Shoes last week but didn’t buy them", "opened Weekly 41, then clicked it": what the second step is done to
 * is what the first one was. `unsaid` tells that it needs no word for it.
 */
export function ofTheSame(
  { tokens }: Reading,
  first: Step,
  { value: step, end }: Found<Step>,
  { from, unsaid }: { readonly from: number; readonly unsaid: boolean },
): Found<Step> {
  const points = tokens.slice(from, end).some(({ word }) => POINTS.test(word))
  const { deed: before } = first
  const { deed } = step
  if (before?.did !== 'event' || deed === undefined || deed.did === 'signed_up') return { value: step, end }
  if (!points && !unsaid) return { value: step, end }
  const { product, campaign } = before.where ?? {}
  const same = deed.did === 'ordered' && (deed.product === undefined || isTheSame(first, deed.product))
  if (deed.did === 'ordered' && same && product !== undefined) {
    const assumptions = [...step.assumptions, step.negative ? NOT_BOUGHT : BOUGHT]
    return { value: { ...step, deed: { ...deed, product }, assumptions }, end }
  }
  if (deed.did === 'event' && deed.where === undefined && campaign !== undefined && points)
    return { value: { ...step, deed: { ...deed, where: { campaign } } }, end }
  return { value: step, end }
}

const NOT_BOUGHT =
  'What was not bought is what was looked at, from then on; say “never bought” and its name for any time.'
const BOUGHT = 'What was bought is what was looked at.'
