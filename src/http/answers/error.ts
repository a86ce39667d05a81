import { z } from 'zod'
import type { ApiError } from '../api.ts'

/** What goes wrong: every answer whose status is 400 or more. */
export const errorAnswer = z.object({
  code: z.enum(['input', 'conflict', 'not_found', 'config', 'limit', 'signed_out', 'forbidden', 'bug']),
  message: z.string(),
  next: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  choices: z.array(z.string()),
  id: z.string().exactOptional(),
}) satisfies z.ZodType<ApiError>
