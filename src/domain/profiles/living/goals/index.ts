import { foldText } from '#kernel/text.ts'
import { InputError } from '#kernel/errors.ts'
import type { Goal } from './define.ts'
import { netSpend } from './net-spend.ts'
import { raiseAov } from './raise-aov.ts'
import { repeatOrders } from './repeat-orders.ts'
import { winBack } from './win-back.ts'

/** What groups of customers can be found for. */
export const goals: readonly Goal[] = [raiseAov, winBack, repeatOrders, netSpend]

/** A goal by its id, or by its name ignoring case. */
export const goalNamed = (idOrName: string): Goal | undefined =>
  goals.find(({ id, name }) => id === idOrName || foldText(name) === foldText(idOrName))

/** Throws InputError that names the goals there are. */
export function goalOf(idOrName: string): Goal {
  const goal = goalNamed(idOrName)
  if (goal !== undefined) return goal
  throw new InputError(`There is no goal “${idOrName}” that customers can be measured by`, {
    next: 'Name one of the goals.',
    choices: goals.map(({ name }) => name),
    path: ['goal'],
  })
}
