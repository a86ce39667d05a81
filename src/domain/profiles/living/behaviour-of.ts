import type { Reader } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import type { PlanContext } from '../../conditions/define.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { count } from '../../members/bitset.ts'
import type { DataVersions, Members, MemberSet } from '../../members/members.ts'
import { planOn } from '../../members/planned-on.ts'
import { sameVersions } from '../../members/versions.ts'
import type { Vocabulary } from '../../vocabulary/vocabulary.ts'
import type { Trait } from './behaviours/define.ts'
import type { Goal } from './goals/define.ts'
import type { GroupsThread } from './groups-thread.ts'
import type { GroupsAnswer, GroupsTask } from './messages.ts'
import { LEAST_ORDERS } from './persona-of.ts'
import { planBehaviour, traitsFor } from './plan.ts'

export interface FindOptions {
  readonly signal?: AbortSignal
  /** 0 to 1. */
  onProgress?(done: number): void
}

/** What it takes to read what customers do. */
export interface BehaviourDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly members: Members
  readonly vocabulary: Vocabulary
  readonly thread: GroupsThread
  context(now: Instant): PlanContext
}

const ATTEMPTS = 5

/** What is done with the behaviour of customers, all at one state of the data; again where it moved meanwhile. */
export async function behaviourOf(
  { reader, clock, members, vocabulary, thread, context }: BehaviourDeps,
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
  /** Those of the data that was read. */
  readonly versions: DataVersions
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
    return {
      answer,
      traits,
      within: count(within.bits),
      currency: on.ctx.currency,
      asOf,
      versions: on.versions,
    }
  }
  throw new ConflictError('The data changed again and again while it was read', {
    next: 'Look for groups again when the running import has ended.',
  })
}
