import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { afterCourtesy } from './whole.ts'

/** How what a request begins with can be said of a saved segment. */
const NEAREST: readonly (readonly [Phrase, string])[] = [
  [phrase('rename|retitle|relabel'), '“rename Champions EU to VIP EU”'],
  [phrase('clone|copy|duplicate|replicate'), '“clone Champions for France as Champions FR”'],
  [phrase('delete|erase|trash|bin|nuke', 'get rid of'), '“delete Champions EU”'],
  [phrase('refresh|recount|recalculate|recompute|rerun', 'bring up to date'), '“refresh Champions EU”'],
  [
    phrase('undo|revert|restore|undelete|recover|rollback', 'roll|bring back'),
    '“undo that”, “undo the last change of Champions EU” or “bring back Champions EU”',
  ],
  [phrase('compare|contrast'), '“compare VIP with Champions”'],
  [phrase('merge|combine|unite|join'), '“merge VIP and Champions into one segment”'],
  [
    phrase('update|edit|modify|amend|revise|redefine|change'),
    '“update Champions EU to customers in France”, “limit Champions EU to France” or “leave staff out of Champions EU”',
  ],
  [phrase('explain|describe|define'), '“explain Champions” or “why is customer 42 in VIP?”'],
]

/** For a request that can't be placed: what nearest to it can be said. */
export function nearest(reading: Reading): string | undefined {
  const start = afterCourtesy(reading)
  const found = NEAREST.find(([words]) => words(reading, start) >= 0)
  return found && `Of a saved segment say it like ${found[1]}.`
}
