import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { anyOf } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import { wordAt } from '../grammar/reading.ts'
import type { FollowUp, SaidPart } from './refined.ts'

const others = phrase(
  ',? and anyone|anybody|everyone|everybody|whoever|people|customers|those|all|the',
  ', anyone|anybody|everyone|everybody|whoever|people|customers|those',
)

const alsoName = phrase('and', ', and', ',', 'plus', 'as well as', 'and also')
/** What is said of the people before it: "take out those in France and tagged staff" are both. */
const SAID_OF_THEM =
  /^(?:in|on|at|from|with|without|who|that|not|never|are|is|was|were|have|has|had|did|do|does|can|could|will|would|neither|\w+ed|bought|spent)$/

/** "anyone who shopped both in store and online", "with a refund and a return": what they did is said of each of them. */
const SAYS_WHO = /^(?:who|that|whose|with|having|both)$/

type Parts = Pick<FollowUp, 'reading' | 'part'>

/** A name ends at one of the first joining words behind it: "Smith and Sons and Acme". */
const MOST_JOINTS = 3

/** "staff and wholesale": two names, each of people of its own. Answers the second. */
function nameBehind({ reading, part }: Parts, at: number, to: number): SaidPart | undefined {
  const from = alsoName(reading, at)
  if (from < 0 || from >= to || SAID_OF_THEM.test(wordAt(reading, from))) return undefined
  let joints = 0
  for (let end = from + 1; end <= to && joints < MOST_JOINTS; end++) {
    if (end < to && alsoName(reading, end) < 0) continue
    const named = part(from, end)
    if (named !== undefined) return isCondition(named) ? { from, to: end } : undefined
    joints++
  }
  return undefined
}

/** "the Americans and anyone who …", "staff and wholesale": whoever is one of them, not only whoever is both. */
export function eachOf({ reading, part }: Parts, from: number, to: number): Criteria | undefined {
  const each: (Criteria | undefined)[] = []
  const read = (at: number, end: number) => part(at, end) ?? part(at + 1, end)
  let start = from
  for (let i = from + 1; i < to - 1; i++) {
    const people = others(reading, i)
    const opening = start === from ? from - 1 : start
    const clause = reading.tokens.slice(Math.max(0, opening), i).some(({ word }) => SAYS_WHO.test(word))
    const name = people >= 0 ? undefined : nameBehind({ reading, part }, i, to)
    const next =
      people >= 0
        ? { from: people - 1, to: people }
        : clause && name !== undefined && isDone(part(name.from, name.to))
          ? undefined
          : name
    if (next === undefined || next.from >= to) continue
    each.push(read(start, i))
    start = next.from
    i = next.to - 1
  }
  if (start === from) return undefined
  const said = [...each, read(start, to)].filter((one) => one !== undefined)
  if (said.length <= each.length) return undefined
  return anyOf(said.flatMap((one) => ('any' in one ? one.any : [one])))
}

const isDone = (criteria: Criteria | undefined): boolean =>
  criteria !== undefined && isCondition(criteria) && /^(?:orders|purchases|events)$/.test(criteria.type)
