import type { Criteria } from '../criteria/schema.ts'
import { holding } from './follow-ups/edit-values.ts'
import { readClauses } from './grammar/clauses.ts'
import type { Message } from './read-message.ts'
import { unit } from './unit.ts'

/**
 * "take New York out" of people in the state of that name: of the readings of a stretch that could be asked about, the
 * one that stands in the criteria at hand, where only one does.
 */
export function heldPart(
  { reading, text }: Message,
  current: Criteria,
  [from, to]: readonly [number, number],
  read: (text: string) => Criteria | undefined,
): Criteria | undefined {
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
  const [only, ...more] = found.filter((one) => holding(current, one).length > 0)
  return only !== undefined && more.length === 0 ? only : undefined
}
