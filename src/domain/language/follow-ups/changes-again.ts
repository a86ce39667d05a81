import { canonicalJson } from '#kernel/hash.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Edit } from './edit.ts'

/** "the makeup one should be 150 and last year": what could be said of several parts is said of the one before. */
export function ofSamePart(first: Edit, edits: readonly Edit[]): Edit | undefined {
  const [only, ...more] = edits.filter(
    ({ taken }) => taken.length > 0 && taken.every((part) => first.put.includes(part)),
  )
  return more.length > 0 || only === undefined || changesAgain(first, only) ? undefined : only
}

/** Whether the second changes what the first had changed: the time of a deed, and not its number. */
export function changesAgain(first: Edit, second: Edit): boolean {
  const [before, between] = [first.taken[0], first.put[0]]
  const [held, after] = [second.taken[0], second.put[0]]
  if (before === undefined || between === undefined || held === undefined || after === undefined) return false
  const now = new Set(differing(held, after))
  return differing(before, between).some((key) => now.has(key))
}

const differing = (before: Criteria, after: Criteria): readonly string[] => {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([key, value]) =>
    canonicalJson(value) === canonicalJson(was.get(key)) ? [] : [key],
  )
}
