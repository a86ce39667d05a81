import type { Criteria } from '../criteria/schema.ts'
import { conditionsOf } from './follow-ups/edit.ts'
import { holding, valuesOf } from './follow-ups/edit-values.ts'
import { kindOf } from './follow-ups/left-out-too.ts'
import { readClauses } from './grammar/clauses.ts'
import type { Message } from './read-message.ts'
import { unit } from './unit.ts'

/** A reading that was chosen, with the words that could have meant another and where they stand. */
export interface Chosen {
  readonly criteria: Criteria
  readonly words: string
  readonly from: number
  readonly to: number
}

/**
 * "take New York out" of people in the state of that name: of the readings of a stretch that could be asked about, the
 * one that stands in the criteria at hand, where only one does.
 */
export function heldPart(
  { reading, text }: Message,
  current: Criteria,
  [from, to]: readonly [number, number],
  read: (text: string) => Criteria | undefined,
): Chosen | undefined {
  if (from >= to) return undefined
  const { leftovers, doubts } = readClauses(reading, unit, from, to, 0)
  const [doubt, ...others] = doubts
  if (doubt === undefined || others.length > 0 || leftovers.length > 0) return undefined
  if (doubt.kind !== 'question' || doubt.choices.length < 2) return undefined
  const at = (token: number, side: 'start' | 'end'): number => reading.tokens[token]?.[side] ?? 0
  const [before, behind] = [
    text.slice(at(from, 'start'), at(doubt.from, 'start')),
    text.slice(at(doubt.to - 1, 'end'), at(to - 1, 'end')),
  ]
  const found = doubt.choices.flatMap(({ instead }) => read(`${before}${instead}${behind}`) ?? [])
  // Of “loyal” and “more than 2 orders” nobody said that they are the same.
  const held = found.filter((one) =>
    holding(current, one).some((part) => valuesOf(one) !== undefined || asMuch(part, one)),
  )
  // “Add loyal too” to Champions names another such group.
  const groups = found.filter((one) => kindOf(one) === 'group')
  const beside = conditionsOf(current).some((one) => kindOf(one) === 'group') ? groups : []
  const [only, ...more] = held.length > 0 ? held : beside
  if (only === undefined || more.length > 0) return undefined
  const words = text.slice(at(doubt.from, 'start'), at(doubt.to - 1, 'end'))
  return { criteria: only, words, from: doubt.from, to: doubt.to }
}

/** Whether as much is asked for in both, or no number in either. */
const asMuch = (a: Criteria, b: Criteria): boolean => numberIn(a) === numberIn(b)
const numberIn = (one: Criteria): string =>
  JSON.stringify([field(one, 'measure'), field(one, 'op'), field(one, 'value')])
const field = (one: Criteria, name: string): unknown => Object.entries(one).find(([key]) => key === name)?.[1]
