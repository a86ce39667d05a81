import type { Criteria } from '../../criteria/schema.ts'
import { fitOf } from '../fit.ts'
import type { ProfileParameters } from '../parameter.ts'
import { creditOf, scoreOf, totalWeight } from '../score.ts'
import type { Numbered } from './gradable.ts'

/** Do criteria hold for the record that is scored? */
export type Holds = (criteria: Criteria) => boolean

/** Which profile a record gets, and its score under it. */
export interface Best {
  /** Of the profile. */
  readonly number: number
  readonly score: number
}

/** What one record scores under a profile; null where it does not fit. */
export function scoreUnder(parameters: ProfileParameters, holds: Holds): number | null {
  const fit = fitOf(parameters)
  if (fit !== null && !holds(fit)) return null
  const earned = parameters.reduce(
    (sum, parameter) =>
      sum + (parameter.mode === 'score' ? parameter.weight * creditOf(parameter, holds) : 0),
    0,
  )
  return scoreOf(earned, totalWeight(parameters))
}

/** The profile under which one record scores highest, the older one of equals; null where none fits. */
export function bestOf(profiles: readonly Numbered[], holds: Holds): Best | null {
  let best: Best | null = null
  for (const { number, parameters } of profiles) {
    const score = scoreUnder(parameters, holds)
    if (score === null) continue
    if (best === null || score > best.score || (score === best.score && number < best.number)) {
      best = { number, score }
    }
  }
  return best
}
