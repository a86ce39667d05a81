import type { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { conditions } from '../conditions/index.ts'
import { findingOf } from './issue.ts'
import { type Criteria, criteriaSchema, MAX_CONDITIONS, MAX_DEPTH } from './schema.ts'

/** Criteria from anything: limits first, then the shape, or an InputError whose path says where. */
export function parseCriteria(input: unknown): Criteria {
  checkLimits(input)
  refuseEmpty(input)
  const parsed = criteriaSchema.safeParse(input)
  if (parsed.success) return parsed.data
  throw inputErrorOf(parsed.error, 'These criteria can’t be read')
}

function refuseEmpty(input: unknown): void {
  if (input === null || typeof input !== 'object' || Object.keys(input).length > 0) return
  throw new InputError('These criteria are empty, which would silently mean everybody', {
    next: 'Give a condition, or all, any or none of several.',
  })
}

/** The first problem of a failed parse, as an error that says where and what to do. */
export function inputErrorOf(error: z.ZodError, what: string): InputError {
  const [issue] = error.issues
  const { path, message, choices } =
    issue === undefined ? { path: [], message: 'invalid', choices: [] } : findingOf(issue)
  const place = path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const where = place.length > 0 ? ` at ${place.join('.')}` : ''
  return new InputError(`${what}${where}: ${message}`, {
    next: 'Correct that part and send it again.',
    path: place,
    choices,
  })
}

/** Looks before any recursive parser does, so that hostile nesting can't exhaust the stack. */
function checkLimits(input: unknown): void {
  let level: { value: unknown; path: (string | number)[] }[] = [{ value: input, path: [] }]
  let conditions = 0
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = []
    for (const { value, path } of level) {
      if (value === null || typeof value !== 'object') continue
      for (const key of ['all', 'any', 'none'] as const) {
        const branches: unknown = Reflect.get(value, key)
        if (!Array.isArray(branches)) continue
        if (depth >= MAX_DEPTH) throw tooDeep(path)
        branches.forEach((branch, i) => next.push({ value: branch, path: [...path, key, i] }))
      }
      for (const key of NESTED) {
        const inside: unknown = Reflect.get(value, key)
        if (inside === null || typeof inside !== 'object') continue
        if (depth >= MAX_DEPTH) throw tooDeep(path)
        next.push({ value: inside, path: [...path, key] })
      }
      if ('type' in value) conditions++
    }
    if (conditions > MAX_CONDITIONS || next.length > 4 * MAX_CONDITIONS) {
      throw new InputError(`These criteria have more than ${MAX_CONDITIONS} conditions`, {
        next: 'Use one condition with a list of values, or split them into segments.',
      })
    }
    level = next
  }
}

/** Where conditions hold criteria. */
const NESTED: readonly string[] = conditions.flatMap(({ nested }) =>
  nested === undefined ? [] : [nested.key],
)

const tooDeep = (path: readonly (string | number)[]): InputError =>
  new InputError(`These criteria are nested deeper than ${MAX_DEPTH} groups`, {
    next: 'Flatten the groups, or save an inner part as a segment and refer to it.',
    path,
  })
