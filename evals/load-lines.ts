import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { InputError } from '#kernel/errors.ts'

/** The JSON Lines files of a folder, in order. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(folder, name))

/** What files hold, in order. Throws InputError naming file and line where a line does not fit the format. */
export const loadLines = <C>(files: readonly string[], schema: z.ZodType<C>): readonly C[] =>
  files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) =>
        line.trim() === '' ? [] : [parseLine(line, schema, `${file}:${index + 1}`)],
      ),
  )

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new InputError(`${file} can’t be read (${code})`, { next: 'Name a file of cases that is there.' })
  }
}

function parseLine<C>(line: string, schema: z.ZodType<C>, at: string): C {
  const parsed = schema.safeParse(parseJson(line, at))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw misfit(at, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`)
}

function parseJson(line: string, at: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw misfit(at, 'not JSON')
  }
}

const misfit = (at: string, why: string) =>
  new InputError(`${at} is no case: ${why}`, { next: 'The format is in evals/README.md.' })
