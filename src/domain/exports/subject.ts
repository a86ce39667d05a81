import { z } from 'zod'
import { audienceDefinition } from '../audiences/definition.ts'
import { audienceName } from '../audiences/schema.ts'

/** What is exported: whose members, by id. */
export const exportSubject = z.strictObject({ kind: z.enum(['segment', 'audience']), id: z.string() })
export type ExportSubject = z.infer<typeof exportSubject>

/** The audience that is made of a segment in the same step: what goes to a channel is an audience. */
export const madeAudience = z.strictObject({
  /** Chosen with the proposal: who is held out depends on it. */
  id: z.string().regex(/^aud_\w+$/),
  name: audienceName,
  definition: audienceDefinition,
})
export type MadeAudience = z.infer<typeof madeAudience>
