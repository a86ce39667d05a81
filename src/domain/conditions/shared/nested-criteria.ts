import { z } from 'zod'
import { findingOf } from '../../criteria/issue.ts'
import type { Criteria } from '../../criteria/schema.ts'

let schema: z.ZodType<Criteria> | undefined

/**
 * Criteria as a part of a condition. Their schema is made of the schemas of all conditions, so that it comes when
 * those are there: criteria/schema.ts gives it.
 */
export const nestedCriteria = z.unknown().transform((input, ctx): Criteria => {
  if (schema === undefined) throw new Error('Criteria were parsed before their schema was made')
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const { path, message } = findingOf(issue)
    ctx.addIssue({ code: 'custom', path: [...path], message })
  }
  return z.NEVER
})

export function giveCriteria(made: z.ZodType<Criteria>): void {
  schema = made
}
