import { type Instant, toMinute } from '#kernel/clock.ts'
import { criteriaIn } from '../../criteria/expand.ts'
import type { Entity } from '../../entities/entity.ts'
import { count } from '../../members/bitset.ts'
import { criteriaOfParameter } from '../fit.ts'
import type { ProfileParameters } from '../parameter.ts'
import type { Profile } from '../schema.ts'
import { type ExplainDeps, explainScore, type Whose } from './explain-score.ts'
import { ICP_ENTITIES, liveProfiles, qualifyingOf } from './live.ts'
import type { Outlook, ProfileOutlook } from './outlook.ts'
import type { ScoreExplanation } from './shown-explained.ts'
import { unknownOf } from './unknown.ts'

/** A profile as it is proposed: one that is there already in other words, or a new one. */
export type ProposedProfile = Pick<Profile, 'id' | 'kind' | 'icpId' | 'entity' | 'status' | 'parameters'>

export interface ScoringOptions {
  /** The present minute by default. */
  readonly asOf?: Instant
  readonly signal?: AbortSignal
}

/** What the records of one entity would score. */
export interface EntityOutlook extends Omit<Outlook, 'profiles'> {
  readonly entity: Entity
  /** All there are. */
  readonly everyone: number
  /** The profiles that would be live, ICPs and personas, whoever has them. */
  readonly profiles: readonly NamedOutlook[]
}

export interface NamedOutlook extends Omit<ProfileOutlook, 'number' | 'withoutPersona'> {
  readonly profileId: string
  /** Of an ICP: those that none of its live personas fits. Null for companies, and for personas. */
  readonly withoutPersona: number | null
}

/** How much of a parameter can be told. */
export interface ParameterCoverage {
  /** Records that lack a value which the parameter asks for: no test of it holds for them. */
  readonly unknown: number
  /** All there are. */
  readonly everyone: number
}

/** What records score, and would score: reads that change nothing. */
export interface Scoring {
  /**
   * What everybody would score if these profiles were as they are given and all others as they are, beside what is
   * stored. A draft that is to be looked at is given as live, a deleted one as archived. A new one counts as younger
   * than all there are.
   */
  asIf(profiles: readonly ProposedProfile[], options?: ScoringOptions): Promise<readonly EntityOutlook[]>
  /** Of each of a profile’s parameters, in their order. */
  coverage(
    profile: { readonly entity: Entity; readonly parameters: ProfileParameters },
    options?: ScoringOptions,
  ): Promise<readonly ParameterCoverage[]>
  /**
   * Why one record scores what it scores as of now: the best ICP and the best persona parameter by parameter, or
   * another profile by id, code or name, drafts as well. Throws NotFoundError, and InputError for a profile about
   * others.
   */
  explain(
    whose: Whose,
    options?: { readonly profile?: string | undefined; readonly signal?: AbortSignal },
  ): Promise<ScoreExplanation>
}

export function createScoring(deps: ExplainDeps): Scoring {
  const { clock, profiles, members, context } = deps
  const counting = ({ asOf = toMinute(clock.now()), signal }: ScoringOptions) => ({
    asOf,
    ...(signal && { signal }),
  })

  return {
    explain: (whose, { profile, signal } = {}) =>
      explainScore(whose, profile === undefined ? undefined : profiles.get(profile), {
        ...deps,
        ...(signal && { signal }),
      }),
    async asIf(proposed, options = {}) {
      const all = withProposed(profiles.list(), proposed)
      const outlooks: EntityOutlook[] = []
      for (const entity of ICP_ENTITIES) {
        const live = liveProfiles(all, entity)
        const touched = proposed.some((one) => icpOf(all, one)?.entity === entity)
        if (!touched) continue
        const found = await members.outlooks(qualifyingOf(entity, live), counting(options))
        outlooks.push(...found.map((one) => ({ ...one, profiles: named(live, one) })))
      }
      return outlooks
    },
    async coverage({ entity, parameters }, options = {}) {
      const counted = counting(options)
      const criteriaOf = criteriaIn(context(counted.asOf))
      const lacking = parameters.map((parameter) => unknownOf(criteriaOfParameter(parameter), criteriaOf))
      const everyone = count((await members.everyone(counted, entity)).bits)
      const asked = lacking.filter((criteria) => criteria !== null)
      const sets = (await members.ofEach(asked, counted)).values()
      return lacking.map((criteria) => {
        const set = criteria === null ? undefined : sets.next().value
        return { unknown: set === undefined ? 0 : count(set.bits), everyone }
      })
    },
  }
}

/** Those there are, each as it is proposed where it is, and the new ones behind. */
function withProposed(
  present: readonly Profile[],
  proposed: readonly ProposedProfile[],
): readonly (ProposedProfile & Pick<Profile, 'number'>)[] {
  const next = new Map(proposed.map((one) => [one.id, one]))
  const newest = present.reduce((most, { number }) => Math.max(most, number), 0)
  const known = new Set(present.map(({ id }) => id))
  return [
    ...present.map(({ number, ...one }) => ({ ...(next.get(one.id) ?? one), number })),
    ...proposed.filter(({ id }) => !known.has(id)).map((one, nth) => ({ ...one, number: newest + 1 + nth })),
  ]
}

/** The ICP that a profile is, or lives in. */
const icpOf = (all: readonly ProposedProfile[], one: ProposedProfile): ProposedProfile | undefined =>
  one.icpId === null ? one : all.find(({ id }) => id === one.icpId)

/** By id, those that nobody has as well. */
function named(
  live: readonly (ProposedProfile & Pick<Profile, 'number'>)[],
  { entity, profiles }: { readonly entity: Entity } & Outlook,
): EntityOutlook['profiles'] {
  const found = new Map(profiles.map(({ number, ...outlook }) => [number, outlook]))
  return live
    .filter((one) => one.kind === 'icp' || one.entity === entity)
    .map(({ id, kind, number }) => {
      const { withoutPersona, ...outlook } = found.get(number) ?? NOBODY
      const divided = kind === 'icp' && entity !== 'company'
      return { profileId: id, ...outlook, withoutPersona: divided ? withoutPersona : null }
    })
}

const NOBODY: Omit<ProfileOutlook, 'number'> = {
  records: 0,
  histogram: Array.from({ length: 10 }, () => 0),
  withoutPersona: 0,
}
