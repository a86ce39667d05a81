import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'

const actorSchema: z.ZodType<Actor> = z.object({
  userId: z.string().nullable(),
  name: z.string(),
  surface: z.enum(['web', 'terminal', 'mcp', 'chat', 'system']),
  session: z.string().nullable(),
})

/** The actor that a row names as JSON. */
export const actorFrom = (json: string): Actor => actorSchema.parse(JSON.parse(json))
