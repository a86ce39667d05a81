import type { Criteria } from '../../criteria/schema.ts'
import { add, and, andNot, type Bitset, forEachId, or } from '../../members/bitset.ts'
import type { Parameter } from '../parameter.ts'
import { WHOLE_CREDIT } from '../score.ts'
import { grade } from '../scoring/grade.ts'

/** A parameter with the records that its criteria hold for. */
export interface Held {
  readonly parameter: Parameter
  readonly members: Bitset
  /** Of its grades, in their order. */
  readonly grades: readonly Bitset[]
  /** Records that lack a value which it asks for; null where nothing can be missing. */
  readonly unknown: { readonly criteria: Criteria; readonly members: Bitset } | null
}

/** Something that records can have and a profile could ask for. */
export interface Attribute {
  /** What it is a value or a band of: `company.industry`. */
  readonly about: string
  /** Of values several can count; of bands of one field one is enough. */
  readonly kind: 'value' | 'band'
  readonly criteria: Criteria
  readonly members: Bitset
  /** Those of whom it can be told; null where nothing is ever missing. */
  readonly known: Bitset | null
}

/** A parameter that asks for an attribute. */
export const held = (
  { criteria, members }: Pick<Attribute, 'criteria' | 'members'>,
  mode: 'filter' | 'exclude' | number,
): Held => ({
  parameter: typeof mode === 'number' ? { mode: 'score', criteria, weight: mode } : { mode, criteria },
  members,
  grades: [],
  unknown: null,
})

/** Who passes every filter and no exclude. */
export const fitOfHeld = (parameters: readonly Held[], everyone: Bitset): Bitset =>
  parameters.reduce((fit, { parameter: { mode }, members }) => {
    if (mode === 'score') return fit
    return mode === 'filter' ? and(fit, members) : andNot(fit, members)
  }, everyone)

/** Who fits, and what they score, as records are scored for good. */
export function scored(parameters: readonly Held[], everyone: Bitset) {
  return grade(
    {
      number: 0,
      fit: fitOfHeld(parameters, everyone),
      scored: parameters.flatMap(({ parameter, members, grades }) =>
        parameter.mode === 'score'
          ? [
              {
                weight: parameter.weight,
                bands: [
                  { members, credit: WHOLE_CREDIT },
                  ...grades.map((graded, at) => ({
                    members: graded,
                    credit: parameter.grades?.[at]?.credit ?? 0,
                  })),
                ],
              },
            ]
          : [],
      ),
    },
    everyone,
  )
}

/** Who fits, in strata of scores that are alike; those without anybody are left out. */
export function scoreStrata(parameters: readonly Held[], everyone: Bitset, steps = 5): readonly Bitset[] {
  const { fit, scores } = scored(parameters, everyone)
  const strata = Array.from({ length: steps }, () => new Uint32Array(fit.length))
  forEachId(fit, (id) => {
    const stratum = strata[Math.min(steps - 1, Math.floor(((scores[id] ?? 0) * steps) / 100))]
    if (stratum !== undefined) add(stratum, id)
  })
  return strata.filter((stratum) => stratum.some(Boolean))
}

/** The same parameters with one in another’s place, or without it. */
export const replaced = (all: readonly Held[], one: Held, next?: Held): readonly Held[] =>
  all.flatMap((each) => (each === one ? (next === undefined ? [] : [next]) : [each]))

/** Those of whom a parameter can be told. */
export const knownOf = (within: Bitset, { unknown }: Held): Bitset =>
  unknown === null ? within : andNot(within, unknown.members)

/** It asks for something more, or for less. */
export const widened = (one: Held, criteria: Criteria, more: Bitset): Held => ({
  ...one,
  parameter: { ...one.parameter, criteria },
  members: or(one.members, more),
})
