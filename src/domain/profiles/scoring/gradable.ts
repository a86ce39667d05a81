import type { Criteria } from '../../criteria/schema.ts'
import { fitOf } from '../fit.ts'
import type { ProfileParameters } from '../parameter.ts'
import { WHOLE_CREDIT } from '../score.ts'

/** A profile as it is held against everybody at once: by criteria, then by their sets. */
export interface Gradable<S> {
  readonly number: number
  /** Null where everybody fits. */
  readonly fit: S | null
  readonly scored: readonly {
    readonly weight: number
    /** The first that holds counts. Credits are percent of the weight. */
    readonly bands: readonly { readonly members: S; readonly credit: number }[]
  }[]
}

/** What of a profile scoring asks. */
export interface Numbered {
  readonly number: number
  readonly parameters: ProfileParameters
}

export const gradable = ({ number, parameters }: Numbered): Gradable<Criteria> => ({
  number,
  fit: fitOf(parameters),
  scored: parameters.flatMap((parameter) =>
    parameter.mode === 'score'
      ? [
          {
            weight: parameter.weight,
            bands: [
              { members: parameter.criteria, credit: WHOLE_CREDIT },
              ...(parameter.grades ?? []).map(({ criteria, credit }) => ({ members: criteria, credit })),
            ],
          },
        ]
      : [],
  ),
})

/** The same with something else in the place of each of its criteria. */
export const mapGradable = <S, T>({ fit, scored, number }: Gradable<S>, map: (one: S) => T): Gradable<T> => ({
  number,
  fit: fit === null ? null : map(fit),
  scored: scored.map(({ weight, bands }) => ({
    weight,
    bands: bands.map(({ members, credit }) => ({ members: map(members), credit })),
  })),
})
