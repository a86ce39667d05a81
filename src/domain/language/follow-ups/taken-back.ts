import { isCondition } from '../../criteria/node.ts'
import { phrase } from '../grammar/phrase.ts'
import { wordAt } from '../grammar/reading.ts'
import { conjuncts } from './edit.ts'
import { matchingIn, replaceMatching } from './edit-values.ts'
import type { FollowUp, Refined } from './refined.ts'

const back = phrase('forget|scrap|discard|drop|ditch|strike|cancel|scratch that|this|it ,|.|:|;|-|!')
const INSTEAD = 'Only what was said of the same is taken back; “start over: …” begins anew.'
/** Whoever names people asks for them anew. */
const PEOPLE =
  /^(?:all|every|everyone|everybody|anyone|customers?|clients?|people|buyers?|subscribers?|companies|company|accounts?|firms?|show|find|give|get|list|count|how|who)$/

/**
 * `scrap that, UK and Ireland` of companies in the UK with more asked of them: a value by itself stands in for what was
 * said of the same, and the rest stays. Undefined where what follows is a request by itself.
 */
export function takenBack({ reading, current, from, to, part }: FollowUp): Refined {
  const start = back(reading, from)
  if (start < 0 || start >= to || conjuncts(current).length < 2) return undefined
  const next = PEOPLE.test(wordAt(reading, start)) ? undefined : part(start, to)
  if (next === undefined || !isCondition(next) || !('field' in next)) return undefined
  if (matchingIn(current, next).length === 0) return undefined
  const change = replaceMatching(current, next)
  return change?.kind === 'edit'
    ? { ...change, edit: { ...change.edit, assumed: INSTEAD }, said: { from: start, to }, firm: true }
    : change
}
