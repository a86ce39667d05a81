import type { Context } from 'hono'
import { z } from 'zod'
import { inputErrorOf } from '#domain/criteria/parse.ts'
import { InputError } from '#kernel/errors.ts'

/** What lists are searched for. */
export const searchSchema = z.object({ search: z.string().exactOptional() })

/** The JSON body, checked. Throws InputError with the path of what does not fit. */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  let body: unknown
  try {
    body = await c.req.json()
  } catch {
    throw new InputError('The request is not JSON', { next: 'Send a JSON object.' })
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw inputErrorOf(parsed.error, 'The request does not fit')
}

/** What the address asks for, checked. Throws InputError; `what` begins its message: “This list can’t be made”. */
export function readQuery<T>(c: Context, schema: z.ZodType<T>, what: string): T {
  const parsed = schema.safeParse(c.req.query())
  if (parsed.success) return parsed.data
  throw inputErrorOf(parsed.error, what)
}
