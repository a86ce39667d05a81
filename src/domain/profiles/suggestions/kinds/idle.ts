import { fitOfHeld, knownOf, replaced, scoreStrata } from '../held.ts'
import type { Trial } from '../trial.ts'
import { comparing, type KindOfSuggestion, passingOthers } from './define.ts'

/** A parameter that does nothing: those it prefers, lets through or keeps out fare as all others do. */
export const idle: KindOfSuggestion = {
  kind: 'idle',
  trials(examined) {
    const { parameters, everyone } = examined
    // Without the last parameter there is no profile.
    if (parameters.length < 2) return []
    return parameters.map((one): Trial => {
      const others = replaced(parameters, one)
      return {
        kind: 'idle',
        about: one,
        claim: 'same',
        ...comparing(
          {
            members: one.members,
            among: knownOf(
              one.parameter.mode === 'score' ? fitOfHeld(parameters, everyone) : passingOthers(examined, one),
              one,
            ),
            strata: scoreStrata(others, everyone, 10),
          },
          examined,
        ),
        swap: () => ({ before: one, after: null }),
      }
    })
  },
}
