import type { Clock, Instant } from '#kernel/clock.ts'
import { toMinute } from '#kernel/clock.ts'
import { describe } from '../../criteria/describe.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Entity, ENTITY_WORDS } from '../../entities/entity.ts'
import { freeCode } from '../code.ts'
import { fitWithin } from '../fit.ts'
import { icpOf } from '../icp-of.ts'
import type { ProfileParameters } from '../parameter.ts'
import { parameterWords } from '../parameter-words.ts'
import type { Profiles } from '../read.ts'
import type { Profile } from '../schema.ts'
import type { EntityOutlook, ProposedProfile, Scoring } from '../scoring/scoring.ts'
import type { Attribute } from './held.ts'
import { performInThread } from './in-thread.ts'
import { learn, type LearnDeps } from './learn.ts'
import { nameFor } from './naming.ts'
import type { OutcomeDefinition } from './outcomes/define.ts'
import { outcomeOf, outcomesOf } from './outcomes/index.ts'
import { saysOf } from './says.ts'
import type { Basis, ShownDiscovered, ShownDiscovery, ShownSuggestion, ShownSuggestions } from './shown.ts'

interface Asking {
  /** By id; the first one of the entity where it is left out. */
  readonly outcome?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** What is done now: a phrase. */
  onStep?(step: string): void
}

type WithParameters<T> = Omit<T, 'parameters'> & { readonly parameters: ProfileParameters }

interface ProfileSuggestions extends Omit<ShownSuggestions, 'suggestions'> {
  readonly profile: Profile
  readonly suggestions: readonly WithParameters<ShownSuggestion>[]
}

interface Discoveries extends Omit<ShownDiscovery, 'profiles'> {
  readonly profiles: readonly WithParameters<ShownDiscovered>[]
}

/** What the outcomes in the data say about whom to look for: reads that change nothing. */
export interface Suggestions {
  outcomes(entity: Entity): readonly Pick<OutcomeDefinition, 'id' | 'title'>[]
  /** What would make an ICP or a persona better. By id, code or name. Throws NotFoundError, InputError. */
  forProfile(profile: string, asking?: Asking): Promise<ProfileSuggestions>
  /** Whole ICPs. Throws InputError for an outcome that there is not. */
  discover(entity: 'company' | 'customer', asking?: Asking): Promise<Discoveries>
}

interface SuggestionsDeps extends LearnDeps {
  readonly clock: Clock
  readonly profiles: Profiles
  readonly scoring: Pick<Scoring, 'asIf'>
  /** For tests: where the counting is done. */
  readonly perform?: typeof performInThread
}

/** More are more than anybody decides on; what is left shows again once these are applied. */
const MOST_TOLD = 10

export function createSuggestions(deps: SuggestionsDeps): Suggestions {
  const { clock, profiles, scoring, context, perform = performInThread } = deps
  const wordsAt = (now: Instant) => {
    const ctx = context(now)
    return (criteria: Criteria) => describe(criteria, ctx)
  }

  return {
    outcomes: (entity) => outcomesOf(entity).map(({ id, title }) => ({ id, title })),

    async forProfile(named, { outcome: id, signal, onStep } = {}) {
      const profile = profiles.get(named)
      const { entity, parameters } = profile
      const icp = icpOf(profiles, profile)
      const around = icp === null ? null : fitWithin([icp], [])
      const outcome = outcomeOf(entity, id)
      const learnt = await learn(outcome, { parameters, around }, { signal, ...(onStep && { onStep }) }, deps)
      if ('thin' in learnt) return { profile, basis: learnt.basis, thin: learnt.thin, suggestions: [] }
      onStep?.('Comparing those that turned out well with the others')
      const done = await perform({ kind: 'search', examined: learnt.examined }, signal)
      if (done.kind !== 'search') throw new Error('Another answer than was asked for')
      const words = wordsAt(toMinute(clock.now()))
      const { findings, tried, separators } = done.found
      const told = findings.toSorted((a, b) => Number(b.heldUp) - Number(a.heldUp)).slice(0, MOST_TOLD)
      const recordsWith = async (proposed: ProfileParameters): Promise<number> => {
        const all: ProposedProfile[] = [
          ...(icp === null ? [] : [{ ...icp, status: 'live' as const }]),
          { ...profile, parameters: proposed, status: 'live' },
        ]
        return recordsOf(await scoring.asIf(all, signal ? { signal } : {}), profile.id, entity)
      }
      onStep?.('Scoring everybody as if each were applied')
      const before = told.length === 0 ? 0 : await recordsWith(parameters)
      const suggestions = []
      for (const finding of told) {
        suggestions.push({
          kind: finding.kind,
          says: saysOf(finding, entity, words),
          before: finding.before && parameterWords(finding.before, words),
          after: finding.after && parameterWords(finding.after, words),
          evidence: finding.evidence,
          backTest: finding.backTest,
          heldUp: finding.heldUp,
          records: { before, after: await recordsWith(finding.parameters) },
          parameters: finding.parameters,
        })
      }
      return { profile, basis: based(learnt.basis, tried, separators, words), thin: null, suggestions }
    },

    async discover(entity, { outcome: id, signal, onStep } = {}) {
      const outcome = outcomeOf(entity, id)
      const asking = { signal, ...(onStep && { onStep }) }
      const learnt = await learn(outcome, { parameters: [], around: null }, asking, deps)
      if ('thin' in learnt) return { basis: learnt.basis, thin: learnt.thin, profiles: [] }
      onStep?.('Looking for what good ones have in common')
      const done = await perform({ kind: 'discover', examined: learnt.examined }, signal)
      if (done.kind !== 'discover') throw new Error('Another answer than was asked for')
      const words = wordsAt(toMinute(clock.now()))
      const { profiles: found, tried, separators } = done.found
      onStep?.('Scoring everybody as if they were live')
      const taken = new Set<string>()
      const discovered = []
      for (const { parameters, evidence, earlier, later, heldUp } of found) {
        const name = nameFor(parameters, words, profiles, taken)
        taken.add(name)
        const draft = {
          id: 'discovered',
          kind: 'icp',
          icpId: null,
          entity,
          status: 'live',
          parameters,
        } as const
        const outlooks = await scoring.asIf([draft], signal ? { signal } : {})
        discovered.push({
          name,
          code: freeCode(profiles, null, name),
          goal: outcome.title,
          parts: parameters.map((parameter, at) => {
            const { heldUp: isSo, ...own } = evidence[at] ?? evidenceMissing()
            return { words: parameterWords(parameter, words), evidence: own, heldUp: isSo }
          }),
          earlier,
          later,
          heldUp,
          records: recordsOf(outlooks, draft.id, entity),
          parameters,
        })
      }
      return { basis: based(learnt.basis, tried, separators, words), thin: null, profiles: discovered }
    },
  }
}

function evidenceMissing(): never {
  throw new Error('Each parameter has its evidence')
}

const recordsOf = (outlooks: readonly EntityOutlook[], id: string, entity: Entity): number =>
  outlooks.find((one) => one.entity === entity)?.profiles.find(({ profileId }) => profileId === id)
    ?.records ?? 0

/** With what was tried, and what was left out because it says the outcome itself. */
const based = (
  basis: Basis,
  tried: number,
  separators: readonly Attribute[],
  words: (criteria: Criteria) => string,
): Basis => ({
  ...basis,
  tried,
  notes: [
    ...basis.notes,
    ...separators.map(
      ({ criteria }) =>
        `Left out: ${ENTITY_WORDS[basis.entity].many} that ${words(criteria)} turned out alike all but without exception, so that it is the outcome by another name.`,
    ),
  ],
})
