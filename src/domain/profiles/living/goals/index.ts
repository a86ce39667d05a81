import { foldText } from '#kernel/text.ts'
import { InputError } from '#kernel/errors.ts'
import type { Goal } from './define.ts'
import { netSpend } from './net-spend.ts'
import { raiseAov } from './raise-aov.ts'
import { repeatOrders } from './repeat-orders.ts'
import { winBack } from './win-back.ts'

/** What groups of customers can be found for. */
export const goals: readonly Goal[] = [raiseAov, winBack, repeatOrders, netSpend]

/** The goal that words ask for: by its id or name, else by the longest of its sayings in them. */
export function goalIn(words: string): Goal | undefined {
  const text = foldText(words)
  const named = goals.find(({ id, name }) => id === text || foldText(name) === text)
  if (named !== undefined) return named
  const said = goals
    .flatMap((goal) => goal.said.map((saying) => ({ goal, saying })))
    .filter(({ saying }) => text.includes(saying))
    .toSorted((a, b) => b.saying.length - a.saying.length)
  return said[0]?.goal
}

/** Throws InputError that names the goals there are. */
export function goalOf(words: string): Goal {
  const goal = goalIn(words)
  if (goal !== undefined) return goal
  throw new InputError(`There is no goal “${words}” that customers can be measured by`, {
    next: 'Name one of the goals.',
    choices: goals.map(({ name }) => name),
    path: ['goal'],
  })
}
