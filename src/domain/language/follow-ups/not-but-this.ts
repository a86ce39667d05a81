import { negated } from '../grammar/meaning.ts'
import { wordAt } from '../grammar/reading.ts'
import { excludesEachOther, excluding, matchingIn, replaceMatching } from './edit-values.ts'
import { editsOf, type FollowUp, type Refined } from './refined.ts'

/** "sorry, not London, Leeds" where London is not at hand: the second may be meant, or neither of them. */
export function notButThis(
  { reading, current, correcting, part }: FollowUp,
  from: number,
  to: number,
): Refined {
  if (!/^(?:not|no)$/.test(wordAt(reading, from - 1))) return undefined
  const comma = reading.tokens.slice(from, to).findIndex(({ word }) => word === ',')
  const [, next] = comma < 1 ? [] : [part(from, from + comma), part(from + comma + 1, to)]
  const both = next && part(from, to)
  if (next === undefined || both === undefined || comma < 1) return undefined
  if (!correcting && !matchingIn(current, next).some((held) => excludesEachOther(held, next)))
    return undefined
  const changes = [replaceMatching(current, next), excluding(current, negated(both))]
  return {
    kind: 'choice',
    question: 'Only the last of them, or none of them?',
    edits: changes.flatMap(editsOf),
  }
}
