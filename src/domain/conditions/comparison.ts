import { z } from 'zod'

export const OPERATORS = ['>', '>=', '<', '<=', '=', 'between'] as const
export type Operator = (typeof OPERATORS)[number]

/** A number test. `between` takes two values and includes both. */
export const comparisonSchema = z
  .strictObject({
    op: z.enum(OPERATORS),
    value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  })
  .superRefine((test, ctx) => {
    if ((test.op === 'between') !== Array.isArray(test.value)) {
      ctx.addIssue({
        code: 'custom',
        path: ['value'],
        message: '"between" takes [low, high], the others one number',
      })
    }
    if (Array.isArray(test.value) && test.value[0] > test.value[1]) {
      ctx.addIssue({ code: 'custom', path: ['value'], message: 'the lower value comes first' })
    }
  })
export type Comparison = z.infer<typeof comparisonSchema>

/** Inclusive bounds that a comparison accepts, for whole numbers scaled by `scale` (money in minor units). */
export function compare(actual: number, test: Comparison): boolean {
  if (Array.isArray(test.value)) return actual >= test.value[0] && actual <= test.value[1]
  switch (test.op) {
    case '>':
      return actual > test.value
    case '>=':
      return actual >= test.value
    case '<':
      return actual < test.value
    case '<=':
      return actual <= test.value
    case '=':
    case 'between':
      return actual === test.value
  }
}
