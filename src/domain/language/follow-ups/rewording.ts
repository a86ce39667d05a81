import type { Criteria } from '../../criteria/schema.ts'
import { isCondition } from '../../criteria/node.ts'
import { said } from '../grammar/reading.ts'
import { stem } from '../linking/stem.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { type Change, changeOf, conditionsOf, replacing } from './edit.ts'
import type { FollowUp } from './refined.ts'

/**
 * "checkout rather than cart", for any type of condition: the words that a condition is described in are read
 * again with the new words in the place of the old ones. What they then mean has to be certain, and of its type.
 */
export function rewording(
  { reading, current, read }: FollowUp,
  { old, next }: { readonly old: readonly [number, number]; readonly next: readonly [number, number] },
): Change | undefined {
  const before = reading.tokens.slice(...old).map(({ word }) => stem(word))
  const instead = said(reading, ...next)
  if (before.length === 0 || instead === '') return undefined
  const edits = conditionsOf(current).flatMap((condition) => {
    const words = reading.situation.describe(condition)
    const tokens = tokenize(words)
    return tokens.flatMap((token, i) => {
      const matches = before.every((word, j) => stem(tokens[i + j]?.word ?? '') === word)
      const last = tokens[i + before.length - 1]
      if (!matches || last === undefined) return []
      const put = read(words.slice(0, token.start) + instead + words.slice(last.end))
      return put !== undefined && sameKind(put, condition)
        ? [replacing(current, condition, put, 'this instead')]
        : []
    })
  })
  return changeOf(edits, 'Which of them should change?')
}

const sameKind = (put: Criteria, condition: Criteria): boolean =>
  isCondition(put) && isCondition(condition) && put.type === condition.type
