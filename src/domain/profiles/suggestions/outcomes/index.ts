import { InputError } from '#kernel/errors.ts'
import type { Entity } from '../../../entities/entity.ts'
import { answered } from './answered.ts'
import type { OutcomeDefinition } from './define.ts'
import { kept } from './kept.ts'
import { netSpend } from './net-spend.ts'
import { repeat } from './repeat.ts'
import { won } from './won.ts'

/** Every outcome that profiles can be learnt from; of those of one entity the first is meant where none is named. */
const outcomes: readonly OutcomeDefinition[] = [won, kept, repeat, netSpend, answered]

export const outcomesOf = (entity: Entity): readonly OutcomeDefinition[] =>
  outcomes.filter((outcome) => outcome.entity === entity)

/** Throws InputError for one that there is not, or that is about others. */
export function outcomeOf(entity: Entity, id: string | undefined): OutcomeDefinition {
  const own = outcomesOf(entity)
  const found = id === undefined ? own[0] : own.find((outcome) => outcome.id === id)
  if (found !== undefined) return found
  throw new InputError(`There is no outcome “${id}” of this kind of record`, {
    next: `Choose one of: ${own.map((one) => one.id).join(', ')}.`,
    choices: own.map((one) => one.id),
    path: ['outcome'],
  })
}
