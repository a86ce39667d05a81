import { z } from 'zod'
import { alternativeSchema } from '../alternatives/alternative.ts'
import { criteriaSchema } from '../criteria/schema.ts'
import { MOST_ALTERNATIVES, shownPreviewSchema } from './shown.ts'

/** Criteria, counted. It has an id and changes nothing; what a model reads of it is masked. */
export const previewSchema = shownPreviewSchema.extend({
  criteria: criteriaSchema,
  /** One step from what was counted, each counted too. */
  alternatives: z.array(alternativeSchema).max(MOST_ALTERNATIVES).exactOptional(),
})
export type Preview = z.infer<typeof previewSchema>
