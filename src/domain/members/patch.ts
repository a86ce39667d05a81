import { type Bitset, remove } from './bitset.ts'
import { type Changed, fewChanged } from './changed.ts'
import { partOf } from './parts.ts'
import type { SetPart, Statement } from './reader-messages.ts'

/** A piece of a set over ids from `low`, a multiple of 32, until before `end`. */
export interface PatchStep {
  readonly kind: 'patch'
  readonly low: number
  readonly end: number
  /** The version of the orders that the set is known of. */
  readonly since: number
  /** Who is a member, of ids in a JSON array that is its first parameter. */
  readonly some: Statement
  /** The whole piece, where many changed. */
  readonly whole: Statement
}

/** What is to be known of a piece: of those who changed, or of all of it, who are members. */
export interface Patch {
  readonly changed: readonly number[] | 'all'
  readonly part: SetPart
}

/** Reads those of a piece who changed since. */
export function readPatch(
  { low, end, since, some, whole }: PatchStep,
  changed: Changed,
  numbersOf: (statement: Statement) => readonly number[],
): Patch {
  const few = fewChanged(changed(since), { low, end })
  if (few === undefined) return { changed: 'all', part: partOf(numbersOf(whole), low) }
  const members =
    few.length === 0
      ? []
      : numbersOf({ sql: some.sql, parameters: [JSON.stringify(few), ...some.parameters] })
  return { changed: few, part: partOf(members, low) }
}

/** Puts what was read of a piece in the place of what was known of it. The set is as long as the highest id asks for. */
export function applyPatch(set: Bitset, { low, end }: PatchStep, { changed, part }: Patch): void {
  if (changed === 'all') set.fill(0, Math.floor(low / 32), Math.floor(end / 32))
  else for (const id of changed) remove(set, id)
  for (let word = 0; word < part.words.length; word++) {
    const at = part.firstWord + word
    set[at] = (set[at] ?? 0) | (part.words[word] ?? 0)
  }
}
