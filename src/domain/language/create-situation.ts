import { foldText } from '#kernel/text.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import type { Audiences } from '../audiences/read.ts'
import type { PlanContext, ProfileMeaning, QuestionMeaning } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import { kindOf } from '../indicators/kind.ts'
import type { Indicators } from '../indicators/read.ts'
import type { Profiles } from '../profiles/read.ts'
import { waitingProfiles } from '../profiles/waiting.ts'
import type { Proposals } from '../proposals/read.ts'
import type { Segments } from '../segments/read.ts'
import type { Workspace } from '../services.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { NamedProfile, Situation } from './situation.ts'

/** What a conversation leaves at hand; `segment`: the id of the one spoken of last. */
type AtHand = Pick<
  Situation,
  'criteria' | 'figures' | 'question' | 'asked' | 'shown' | 'earlier' | 'talksOfProfiles'
> & {
  readonly segment?: string
  /** The profile spoken of last, by its id, or by its name where that is all there is. */
  readonly profile?: string
  /** Proposals of the conversation that would make ICPs and personas, oldest first. */
  readonly drafts?: readonly string[]
  /** Proposals of the conversation that would change parameters, by the id of the profile. */
  readonly revisions?: Readonly<Record<string, string>>
}

/** What the interpreter knows besides a message, as the data is when it is asked. */
export const createSituation =
  (deps: {
    readonly clock: Clock
    readonly vocabulary: Vocabulary
    readonly segments: Segments
    readonly indicators: Indicators
    readonly audiences: Audiences
    readonly profiles: Profiles
    readonly proposals: Pick<Proposals, 'waiting'>
    workspace(): Workspace
    context(now: Instant): PlanContext
  }) =>
  ({ segment, profile, drafts = [], revisions = {}, ...atHand }: AtHand): Situation => {
    const { segments, indicators, audiences } = deps
    const now = toMinute(deps.clock.now())
    const { zone, currency } = deps.workspace()
    let questions: readonly QuestionMeaning[] | undefined
    let profiles: readonly ProfileMeaning[] | undefined
    const last = segment === undefined ? undefined : segments.find(segment)
    const waiting = waitingIn(deps, drafts)
    const asDrafted = (one: NamedProfile): NamedProfile => {
      const revision = revisions[one.id]
      const change = revision === undefined ? undefined : deps.proposals.waiting(revision)
      const drafted = change?.kind === 'update_profile' ? change.parameters : undefined
      return drafted === undefined ? one : { ...one, drafted }
    }
    const find = deps.profiles.finder()
    const named = (name: string): readonly NamedProfile[] => [
      ...find(name).map(asDrafted),
      ...waiting.filter((one) => one.id === name || one.key === foldText(name)),
    ]
    const [spoken, another] = profile === undefined ? [] : named(profile)
    return {
      vocabulary: deps.vocabulary,
      now,
      zone,
      currency,
      describe: (criteria) => describe(criteria, deps.context(now)),
      definition: (id) => segments.find(id)?.criteria ?? undefined,
      indicator: (id) => kindOf(indicators.find(id)),
      profiles: () => (profiles ??= deps.context(now).profiles()),
      questions: () => (questions ??= deps.context(now).questions()),
      profilesNamed: named,
      allProfiles: () => [...deps.profiles.list(), ...waiting],
      audience: (name) => audiences.find(name)?.id,
      ...atHand,
      ...(spoken === undefined || another !== undefined ? {} : { lastProfile: spoken }),
      ...(last === undefined ? {} : { lastSegment: { id: last.id, name: last.name } }),
    }
  }

/** What the proposals of a conversation would make. */
const waitingIn = (
  { proposals }: { readonly proposals: Pick<Proposals, 'waiting'> },
  drafts: readonly string[],
): readonly (NamedProfile & { readonly key: string })[] =>
  drafts
    .flatMap((id) => waitingProfiles(proposals, id))
    .map((one) => ({ ...one, waits: true as const, key: foldText(one.name) }))
