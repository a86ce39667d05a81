import type { Reader } from '#db/run.ts'
import { type Clock, type Instant, toIso, toMinute } from '#kernel/clock.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { PlanContext } from '../../conditions/define.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { count } from '../../members/bitset.ts'
import type { MemberSet, Members } from '../../members/members.ts'
import { planOn } from '../../members/planned-on.ts'
import { sameVersions } from '../../members/versions.ts'
import type { Previews } from '../../previews/previews.ts'
import type { Vocabulary } from '../../vocabulary/vocabulary.ts'
import { fitOf } from '../fit.ts'
import type { Profiles } from '../read.ts'
import type { Profile } from '../schema.ts'
import type { Trait } from './behaviours/define.ts'
import { goalOf } from './goals/index.ts'
import type { Goal } from './goals/define.ts'
import type { GroupsThread } from './groups-thread.ts'
import type { GroupsAnswer, GroupsTask } from './messages.ts'
import { groupsFound, type OfferedGroup } from './offered.ts'
import { LEAST_ORDERS } from './persona-of.ts'
import { planBehaviour, traitsFor } from './plan.ts'
import type { ShownGroups } from './shown.ts'

/** Groups, and the criteria that each is saved as. */
export interface FoundGroups {
  readonly shown: ShownGroups
  /** In the order of the groups shown. */
  readonly offered: readonly OfferedGroup[]
}

export interface FindOptions {
  readonly signal?: AbortSignal
  /** 0 to 1. */
  onProgress?(done: number): void
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
}

export interface LivingDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly profiles: Profiles
  readonly members: Members
  readonly previews: Pick<Previews, 'resolve'>
  readonly vocabulary: Vocabulary
  readonly thread: GroupsThread
  context(now: Instant): PlanContext
  words(criteria: Criteria): string
}

const ATTEMPTS = 5

export function createLiving(deps: LivingDeps): Living {
  return {
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

/** What is done with the behaviour of customers, all at one state of the data; again where it moved meanwhile. */
export async function behaviourOf(
  { reader, clock, members, vocabulary, thread, context }: LivingDeps,
  asked: {
    readonly goal: Goal
    /** Whose; everybody's where it is null. */
    readonly fit: Criteria | null
    /** Sets that are read together with it, for what is done then. */
    readonly sets?: readonly Criteria[]
    work(sets: readonly MemberSet[]): GroupsTask['work']
  },
  { signal, onProgress }: FindOptions = {},
): Promise<{
  readonly answer: Exclude<GroupsAnswer, { kind: 'moved' }>
  readonly traits: readonly Trait[]
  readonly within: number
  readonly currency: PlanContext['currency']
  readonly asOf: Instant
}> {
  const { goal, fit, sets = [] } = asked
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const asOf = toMinute(clock.now())
    const read = { asOf, ...(signal && { signal }) }
    const all = await members.ofEach(fit === null ? sets : [fit, ...sets], read)
    const within = fit === null ? await members.everyone(read) : all[0]
    if (within === undefined) throw new Error('Each set of members has its answer')
    const on = planOn(reader, () => context(asOf))
    const traits = traitsFor(goal, { plan: on.ctx, values: vocabulary.values })
    const plan = planBehaviour(traits, goal, on)
    if (!sameVersions(within.versions, on.versions, plan.sources)) continue
    const answer = await thread(
      {
        plan,
        at: on.versions,
        within: within.bits,
        leastOrders: LEAST_ORDERS,
        work: asked.work(fit === null ? all : all.slice(1)),
      },
      { ...(signal && { signal }), ...(onProgress && { onProgress }) },
    )
    if (answer.kind === 'moved') continue
    return { answer, traits, within: count(within.bits), currency: on.ctx.currency, asOf }
  }
  throw new ConflictError('The data changed again and again while it was read', {
    next: 'Look for groups again when the running import has ended.',
  })
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
