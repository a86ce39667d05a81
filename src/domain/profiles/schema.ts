import { z } from 'zod'
import { segmentName } from '../segments/schema.ts'
import { parametersSchema } from './parameter.ts'
import { shownProfileSchema, shownProfileVersionSchema } from './shown.ts'

export const profileName = segmentName
/** How a request was read where it could have meant something else, and what of it the data cannot say. */
export const profileAssumptions = z.array(z.string().max(500)).max(20)
export const profileGoal = z.string().trim().max(500)
export const profileCode = z
  .string()
  .regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, 'a code is made of capitals, digits and single hyphens')
  .max(32)

/** An ICP has at most so many personas, less itself, so that they can be changed together. */
export const MOST_PROFILES = 100

/** An ICP, or a persona inside one. */
export const profileSchema = shownProfileSchema.extend({
  /** Counts profiles as they are made: of equal scores the older one's counts. */
  number: z.int(),
  parameters: parametersSchema,
})
export type Profile = z.infer<typeof profileSchema>

/** What a profile was at one of its versions. */
export const profileVersionSchema = shownProfileVersionSchema.extend({ parameters: parametersSchema })
export type ProfileVersion = z.infer<typeof profileVersionSchema>
