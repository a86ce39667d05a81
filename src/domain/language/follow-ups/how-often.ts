import { withPieces } from '../../conditions/facets/facet.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Change, changeOf, replacing } from './edit.ts'
import { isDenied } from './edit-values.ts'
import type { SaidLimit } from './said-limit.ts'

/** `3 or more views` of people who viewed the sofa, `at least twice`: how often what was done was done. */
export function howOften(
  current: Criteria,
  conditions: readonly Condition[],
  { test, of }: SaidLimit & { readonly kind: 'number' },
): Change | undefined {
  const [only, ...more] = test.tests
  if (only === undefined || more.length > 0 || of.length === 0 || test.currency !== undefined)
    return undefined
  const op = test.bare ? '>=' : only.op
  return changeOf(
    conditions.map((held) => {
      if (isDenied(current, held)) return undefined
      const plain =
        (held.type === 'events' || (held.type === 'purchases' && held.match === 'any')) &&
        held.op === undefined
      const measure: readonly (readonly [readonly string[], unknown])[] =
        held.type === 'purchases' ? [[['measure'], 'orders']] : []
      const next = plain ? withPieces(held, ...measure, [['op'], op], [['value'], only.value]) : undefined
      return next && replacing(current, held, next, 'so often')
    }),
    'Which of them was done so often?',
  )
}
