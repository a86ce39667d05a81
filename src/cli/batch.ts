import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { InputError, NotFoundError } from '#kernel/errors.ts'

/** One line of `muster ask --batch`. Earlier turns may carry more than their text. */
const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  context: z
    .array(z.union([z.string(), z.object({ user: z.string() }).transform(({ user }) => user)]))
    .exactOptional(),
})
export type BatchLine = z.output<typeof lineSchema>

/** All requests of the file, read before the first is asked. Throws InputError with the number of a bad line. */
export async function batchLines(path: string): Promise<readonly BatchLine[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error)
  })
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [requestIn(line, `Line ${index + 1} of ${path}`)]))
}

function requestIn(line: string, where: string): BatchLine {
  const parsed = lineSchema.safeParse(parseJson(line))
  if (parsed.success) return parsed.data
  throw new InputError(`${where} is not a request; nothing was asked`, {
    next: 'Each line is an object {"id": …, "text": "…", "context"?: ["…"]}.',
  })
}

function unreadable(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT')
    return new NotFoundError(`There is no file ${path}`, { next: 'Check the path given to --batch.' })
  return new InputError(`${path} can’t be read (${String(code)})`, {
    next: 'Give --batch a file that you may read.',
  })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
