import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { allOf } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { channelAt } from './channels.ts'
import { conjuncts } from './edit.ts'
import { holding } from './edit-values.ts'
import { type FollowUp, type Refined, suffixToo, trimmed } from './refined.ts'

const alone = phrase('just|only|solely', 'having|with just|only?', 'one with just|only')
const enough = phrase(
  "alone|only? is|'s|would|will be? fine|ok|okay|enough|good|sufficient|alright|plenty|acceptable",
  'alone|only? suffices|works|do|does|counts|qualifies',
  'alone|only? will|would do|work|suffice',
)

/**
 * `just SMS is fine as well` of those who take both e-mail and SMS: one of what had to hold together is enough, so
 * that the others of its kind are no longer asked for.
 */
export function oneEnough({ reading, current, from, to: whole, part }: FollowUp): Refined {
  const opened = alone(reading, from)
  if (opened < 0) return undefined
  const end = trimmed(reading, whole, suffixToo)
  const to = trimmed(reading, end, enough)
  if (to === end) return undefined
  const at = skip(reading, from, alone)
  const channel = channelAt(reading, at, to)
  const said: Criteria | undefined = channel ?? part(at, to)
  const [held, ...more] = said === undefined ? [] : holding(current, said)
  const parts = conjuncts(current)
  if (held === undefined || more.length > 0 || !parts.includes(held) || !isCondition(held)) return undefined
  const gone = parts.filter((one) => one !== held && isCondition(one) && one.type === held.type)
  if (gone.length === 0) return undefined
  return {
    kind: 'edit',
    edit: {
      criteria: allOf(parts.filter((one) => !gone.includes(one))),
      says: 'no longer asked for',
      put: [],
      taken: gone,
      assumed: `“${reading.tokens
        .slice(from, whole)
        .map(({ text }) => text)
        .join(
          ' ',
        )}” is read as: ${reading.situation.describe(held)}, whether or not they ${gone.map((one) => reading.situation.describe(one)).join(' or ')}.`,
    },
    said: { from, to: whole },
    firm: true,
  }
}
