import type { Criteria } from '../../criteria/schema.ts'
import { isCondition } from '../../criteria/node.ts'
import { said } from '../grammar/reading.ts'
import { stem } from '../linking/stem.ts'
import type { Token } from '../tokens/token.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { type Change, changeOf, conditionsOf, replacing, replacingEach } from './edit.ts'
import type { FollowUp } from './refined.ts'

/**
 * "checkout rather than cart", for any type of condition: the words that a condition is described in are read
 * again with the new words in the place of the old ones. What they then mean has to be certain, and of its type.
 * Where the old words stand more than once, each place is offered, and all of them.
 */
export function rewording(
  { reading, current, read }: FollowUp,
  { old, next }: { readonly old: readonly [number, number]; readonly next: readonly [number, number] },
): Change | undefined {
  const before = reading.tokens.slice(...old)
  const instead = said(reading, ...next)
  if (before.length === 0 || instead === '') return undefined
  const all = new Map<Criteria, Criteria>()
  const edits = conditionsOf(current).flatMap((condition) => {
    const words = reading.situation.describe(condition)
    const places = placesOf(words, before)
    const reword = (some: readonly Place[]): Criteria | undefined => {
      const put = read(
        some.reduceRight((text, { start, end }) => text.slice(0, start) + instead + text.slice(end), words),
      )
      return put !== undefined && sameKind(put, condition) ? put : undefined
    }
    const every = places.length === 0 ? undefined : reword(places)
    if (every !== undefined) all.set(condition, every)
    const each = places.length === 1 ? [every] : places.map((place) => reword([place]))
    return each.flatMap((put) => (put && replacing(current, condition, put, 'this instead')) ?? [])
  })
  const everywhere = all.size === 0 ? undefined : replacingEach(current, all, 'all of them')
  return changeOf(edits.length > 1 ? [...edits, everywhere] : edits, WHICH)
}

const WHICH = 'Which of them should change?'

interface Place {
  readonly start: number
  readonly end: number
}

/** Where words say what some tokens say, numbers by their value. */
function placesOf(words: string, before: readonly Token[]): readonly Place[] {
  const tokens = tokenize(words)
  return tokens.flatMap((token, i) => {
    const matches = before.every((one, j) => isSame(one, tokens[i + j]))
    const last = tokens[i + before.length - 1]
    return matches && last !== undefined ? [{ start: token.start, end: last.end }] : []
  })
}

const isSame = (a: Token, b: Token | undefined): boolean =>
  b !== undefined &&
  (a.number === undefined ? stem(a.word) === stem(b.word) : a.number === b.number && a.ordinal === b.ordinal)

const sameKind = (put: Criteria, condition: Criteria): boolean =>
  isCondition(put) && isCondition(condition) && put.type === condition.type
