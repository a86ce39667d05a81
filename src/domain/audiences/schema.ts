import type { z } from 'zod'
import { segmentDescription, segmentName } from '../segments/schema.ts'
import { audienceDefinition } from './definition.ts'
import { shownAudienceSchema, shownAudienceVersionSchema } from './shown.ts'

export const audienceName = segmentName
export const audienceDescription = segmentDescription

/** A selection of customers, companies or people for one channel. */
export const audienceSchema = shownAudienceSchema.extend({ definition: audienceDefinition })
export type Audience = z.infer<typeof audienceSchema>

/** What an audience was at one of its versions. */
export const audienceVersionSchema = shownAudienceVersionSchema.extend({ definition: audienceDefinition })
export type AudienceVersion = z.infer<typeof audienceVersionSchema>
