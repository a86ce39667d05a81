import { toIso } from '#kernel/clock.ts'
import { InputError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Previews } from '../../previews/previews.ts'
import { fitOf } from '../fit.ts'
import type { Profiles } from '../read.ts'
import type { Profile } from '../schema.ts'
import { type BehaviourDeps, behaviourOf, type FindOptions } from './behaviour-of.ts'
import { driftOf } from './drift.ts'
import { goalOf } from './goals/index.ts'
import { groupsFound, type OfferedGroup } from './offered.ts'
import type { PersonaDrift, ShownGroups } from './shown.ts'

/** Groups, and the criteria that each is saved as. */
export interface FoundGroups {
  readonly shown: ShownGroups
  /** In the order of the groups shown. */
  readonly offered: readonly OfferedGroup[]
}

/** Groups in what customers do. */
export interface Living {
  /**
   * Groups for a goal (by id or name) among whom an ICP over customers fits (by id, code or name), or among all.
   * Throws InputError for a goal that is none, and for an ICP over companies.
   */
  find(
    of: { readonly goal: string; readonly icp?: string | undefined },
    options?: FindOptions,
  ): Promise<FoundGroups>
  /** How a persona has changed since it was saved; null for one whose goal is none that is measured, or is not yet. */
  drift(personaId: string): PersonaDrift | null
}

export interface LivingDeps extends BehaviourDeps {
  readonly profiles: Profiles
  readonly previews: Pick<Previews, 'resolve'>
  words(criteria: Criteria): string
}

export function createLiving(deps: LivingDeps): Living {
  return {
    drift: (personaId) => driftOf(deps.reader, personaId),
    async find({ goal: asked, icp: named }, options = {}) {
      const goal = goalOf(asked)
      const icp = named === undefined ? null : icpOverCustomers(deps.profiles, named)
      const fit = icp === null ? null : fitOf(icp.parameters)
      const { answer, traits, within, currency, asOf } = await behaviourOf(
        deps,
        { goal, fit, work: () => ({ kind: 'find' }) },
        options,
      )
      if (answer.kind !== 'found') throw new Error('A search for groups is answered with what was found')
      const taken = icp === null ? [] : deps.profiles.personasOf(icp.id)
      const { groups, notes } = groupsFound(answer, {
        traits,
        goal,
        currency,
        taken: taken.map(({ name }) => foldText(name)),
        resolve: deps.previews.resolve,
        words: deps.words,
      })
      return {
        shown: {
          icp: icp && { id: icp.id, name: icp.name },
          goal: { id: goal.id, name: goal.name, measure: goal.measure },
          customers: within,
          told: answer.told,
          asOf: toIso(asOf),
          groups: groups.map(({ shown }) => shown),
          notes: [...notes],
        },
        offered: groups,
      }
    },
  }
}

/** Throws InputError for a persona, and for an ICP over companies. */
function icpOverCustomers(profiles: Profiles, named: string): Profile {
  const icp = profiles.get(named)
  if (icp.kind === 'icp' && icp.entity === 'customer') return icp
  throw new InputError(
    icp.kind === 'persona'
      ? `“${icp.name}” is a persona: groups are found inside an ICP`
      : `“${icp.name}” is about companies: groups are found in what customers buy`,
    { next: 'Name an ICP over customers, or look among all customers.', path: ['icp'] },
  )
}
