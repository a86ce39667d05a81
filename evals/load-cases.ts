import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '#kernel/errors.ts'
import { type Case, caseSchema } from './case.ts'

const FOLDER = join(import.meta.dirname, 'cases')

/** The files of the set that the repository keeps. */
export const caseFiles = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => join(FOLDER, name))

/** The cases of files, in order. Throws InputError naming file and line where a line does not fit the format. */
export const loadCases = (files: readonly string[]): readonly Case[] => files.flatMap(casesOf)

const casesOf = (file: string): readonly Case[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseCase(line, `${file}:${index + 1}`)]))

function parseCase(line: string, at: string): Case {
  const parsed = caseSchema.safeParse(parseJson(line, at))
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
