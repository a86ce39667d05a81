import { fitOfHeld, type Held, knownOf, replaced, scoreStrata } from './held.ts'
import { compare } from './observed.ts'
import type { Examined } from './trial.ts'

/** Where nothing is scored yet, a point is worth odds of one and a half: odds of 2 weigh 2, of 5 they weigh 4. */
const PLAIN_UNIT = 1 / Math.log(1.5)
/** As the schema of parameters has it. */
const MOST_WEIGHT = 1000

/** What a score parameter tells beyond the others. */
function ownOdds(one: Held, { parameters, everyone, observed }: Examined): number {
  const comparison = {
    members: one.members,
    among: knownOf(fitOfHeld(parameters, everyone), one),
    strata: scoreStrata(replaced(parameters, one), everyone, 10),
  }
  return compare(comparison, observed, observed.earlier).odds
}

/** The weight that a profile gives to one unit of log odds: what tells as much as its parameters should weigh as much. */
export function weightUnit(examined: Examined): number {
  let [weights, logs] = [0, 0]
  for (const one of examined.parameters) {
    if (one.parameter.mode !== 'score') continue
    const log = Math.log(ownOdds(one, examined))
    if (!(log > 0)) continue
    weights += one.parameter.weight
    logs += log
  }
  return logs === 0 ? PLAIN_UNIT : weights / logs
}

export const weightFor = (odds: number, unit: number): number => wholeWeight(Math.abs(Math.log(odds)) * unit)

export const wholeWeight = (weight: number): number => Math.min(MOST_WEIGHT, Math.max(1, Math.round(weight)))
