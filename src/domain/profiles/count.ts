import { z } from 'zod'
import { toIso, toMinute } from '#kernel/clock.ts'
import { InputError } from '#kernel/errors.ts'
import { inputErrorOf } from '../criteria/parse.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Entity } from '../entities/entity.ts'
import { count } from '../members/bitset.ts'
import type { Services } from '../services.ts'
import { entityOfParameters, fitOf, fitWithin } from './fit.ts'
import { type ProfileParameters, parametersSchema } from './parameter.ts'

/** A profile that is not saved (yet), counted. */
export interface CountedProfile {
  readonly entity: Entity
  /** With names resolved, as a change takes them. */
  readonly parameters: ProfileParameters
  /** Whom each by itself holds for. `words` completes "Companies that …". */
  readonly each: readonly { readonly words: string; readonly records: number }[]
  /** Whom it fits: every filter and no exclude; of a persona inside its ICP. */
  readonly fits: number
  readonly total: number
  readonly asOf: string
}

interface Wanted {
  /** As they came. */
  readonly parameters: unknown
  /** Of a persona: the ICP that it is to live in. */
  readonly icp?: string | undefined
  readonly signal?: AbortSignal
}

/** Throws InputError, with the path into the parameters, for those that can't be counted as they are. */
export async function countProfile(
  {
    previews,
    members,
    profiles,
    explanations,
    clock,
  }: Pick<Services, 'previews' | 'members' | 'profiles' | 'explanations' | 'clock'>,
  { parameters: given, icp, signal }: Wanted,
): Promise<CountedProfile> {
  const parameters = resolved(given, previews.resolve)
  const entity = entityOfParameters(parameters)
  const fit = icp === undefined ? fitOf(parameters) : fitWithin([profiles.get(icp)], parameters)
  const asOf = toMinute(clock.now())
  const read = { asOf, ...(signal && { signal }) }
  const own = parameters.map(({ criteria }) => criteria)
  const sets = await members.ofEach(fit === null ? own : [...own, fit], read)
  const counts = sets.map(({ bits }) => count(bits))
  const total = count((await members.everyone(read, entity)).bits)
  return {
    entity,
    parameters,
    each: own.map((criteria, at) => ({ words: explanations.words(criteria), records: counts[at] ?? 0 })),
    fits: fit === null ? total : (counts.at(-1) ?? 0),
    total,
    asOf: toIso(asOf),
  }
}

const givenSchema = z.array(
  z.looseObject({
    criteria: z.unknown(),
    grades: z.array(z.looseObject({ criteria: z.unknown() })).exactOptional(),
  }),
)

function resolved(given: unknown, resolve: (criteria: unknown) => Criteria): ProfileParameters {
  const at = (criteria: unknown, ...path: readonly (string | number)[]): Criteria => {
    try {
      return resolve(criteria)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const { message, next, choices } = error
      throw new InputError(message, { next, choices, path: ['parameters', ...path, ...error.path] })
    }
  }
  const list = givenSchema.safeParse(given)
  if (!list.success) throw inputErrorOf(list.error, 'These parameters can’t be read')
  const meant = list.data.map(({ criteria, grades, ...parameter }, i) => ({
    ...parameter,
    criteria: at(criteria, i, 'criteria'),
    ...(grades && {
      grades: grades.map((grade, nth) => ({
        ...grade,
        criteria: at(grade.criteria, i, 'grades', nth, 'criteria'),
      })),
    }),
  }))
  const parsed = parametersSchema.safeParse(meant)
  if (parsed.success) return parsed.data
  const { path, ...error } = inputErrorOf(parsed.error, 'These parameters can’t be read').toJSON()
  throw new InputError(error.message, { ...error, path: ['parameters', ...path] })
}
