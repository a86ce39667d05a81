import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { InputError, NotFoundError } from '#kernel/errors.ts'

/** One line of `muster ask --batch`. Earlier turns may carry more than their text. */
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z
    .array(z.union([z.string(), z.object({ user: z.string() }).transform(({ user }) => user)]))
    .optional(),
})

/** Throws InputError with the line's number for a line that is not a request. */
export async function* batchLines(path: string) {
  if (!existsSync(path)) {
    throw new NotFoundError(`There is no file ${path}`, { next: 'Check the path given to --batch.' })
  }
  let number = 0
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number++
    if (line.trim() === '') continue
    const parsed = lineSchema.safeParse(parseJson(line))
    if (!parsed.success) {
      throw new InputError(`Line ${number} of ${path} is not a request`, {
        next: 'Each line is an object {"id": …, "text": "…", "context"?: ["…"]}.',
      })
    }
    const { id, text, context } = parsed.data
    yield { id, text, ...(context === undefined ? {} : { context }) }
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
