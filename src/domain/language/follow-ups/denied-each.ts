import type { Criteria } from '../../criteria/schema.ts'
import type { Reading } from '../grammar/reading.ts'
import { composed, conjuncts, type Edit, narrowing } from './edit.ts'
import { excluding } from './edit-values.ts'
import { type FollowUp, type Refined, refinedBy } from './refined.ts'

const DENIES = /^(?:no|not|never|without|none|nothing|nobody|noone|neither|nor)$/
const JOINS = /^(?:and|or|but|yet|,|;|plus)$/
const TURNS = /^(?:but|yet)$/
/** What follows is said of those who are left out. */
const OF_THEM = /^(?:who|that|which|whose|those|anyone|anybody|everyone|everybody|whoever|people|customers)$/

/**
 * "no opens in 90 days and no orders", "no Tea, but Coffee": a denial behind which another one stands, or the opposite,
 * so that it does not reach to the end. "Not those who never bought" denies all that is said of them.
 */
export function saysMoreBehind({ tokens }: Reading, from: number, opened: number, to: number): boolean {
  if (!tokens.slice(from, opened).some(({ word }) => DENIES.test(word))) return false
  const words = tokens.slice(opened, to).map(({ word }) => word)
  const them = words.findIndex((word) => OF_THEM.test(word))
  return (them < 0 ? words : words.slice(0, them)).some(
    (word, i) => JOINS.test(word) && (TURNS.test(word) || turnsOrDenies(words, i + 1)),
  )
}

const turnsOrDenies = (words: readonly string[], at: number): boolean => {
  const next = JOINS.test(words[at] ?? '') || /^(?:also|then)$/.test(words[at] ?? '') ? at + 1 : at
  return DENIES.test(words[next] ?? '') || TURNS.test(words[at] ?? '')
}

/** Each part as it is said by itself; undefined where that is not certain, so that one is done after the other. */
export function eachDenied({ current, from, part }: FollowUp, to: number): Refined {
  const said = part(from, to)
  if (said === undefined) return undefined
  let edit: Edit | undefined
  for (const one of conjuncts(said)) {
    const next = withPart(edit?.criteria ?? current, one)
    if (next === undefined) return undefined
    edit = edit === undefined ? next : composed(edit, next)
  }
  return edit && refinedBy({ kind: 'edit', edit }, from, to)
}

function withPart(current: Criteria, one: Criteria): Edit | undefined {
  const change = 'none' in one ? excluding(current, one) : undefined
  if (change?.kind === 'choice') return undefined
  return change?.edit ?? narrowing(current, one, 'this as well')
}
