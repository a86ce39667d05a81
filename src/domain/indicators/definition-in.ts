import { z } from 'zod'
import type { Criteria } from '../criteria/schema.ts'
import { givenDefinition } from './editing.ts'
import { measureSchema } from './measures/index.ts'
import type { IndicatorDefinition } from './schema.ts'

const definingSchema = z.object({
  kind: z.enum(['create_indicator', 'update_indicator']),
  previewId: z.string().optional(),
  measure: measureSchema.optional(),
})

/** What an indicator would be by a change; undefined for a change that defines none. */
export function definitionIn(
  change: unknown,
  criteriaOf: (previewId: string) => Criteria,
): IndicatorDefinition | undefined {
  const { data } = definingSchema.safeParse(change)
  if (data === undefined) return undefined
  const { previewId, measure } = data
  return givenDefinition(previewId === undefined ? undefined : criteriaOf(previewId), measure)
}
