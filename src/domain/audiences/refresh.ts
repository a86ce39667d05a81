import type { Reader } from '#db/run.ts'
import type { Clock, Instant } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { joinWords } from '#kernel/text.ts'
import type { PlanContext } from '../conditions/define.ts'
import { conditionsBehind, criteriaIn, sourcesOf } from '../criteria/expand.ts'
import { holds } from '../criteria/evaluate.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { populationAround } from '../explanations/population.ts'
import { movesWithTime } from '../indicators/policy.ts'
import { has } from '../members/bitset.ts'
import type { DataVersions, Members } from '../members/members.ts'
import { readVersions } from '../members/read-versions.ts'
import type { WriterPort } from '../writer/port.ts'
import { type AudienceDiff, readAudienceCount, readAudienceMembers } from './members.ts'
import type { Audiences } from './read.ts'
import type { Audience } from './schema.ts'
import { membersOf } from './steps.ts'

export interface RefreshedAudience extends AudienceDiff {
  readonly name: string
  readonly cause: string
}

/**
 * Keeps who is in which audience, and who came and who went. Follows confirmed definitions, so needs no
 * confirmation; never part of what tools are given.
 */
export interface RefreshAudiences {
  /** Counts those anew whose data or definition changed since, or that a day has made older. */
  due(options: { readonly signal?: AbortSignal }): Promise<readonly RefreshedAudience[]>
  /**
   * Looks at single records that something just happened to: who of them enters or leaves which audience. An audience
   * that is capped is counted as a whole, since whoever enters it may push somebody out.
   */
  records(
    records: readonly { readonly entity: Entity; readonly record: RecordOf[Entity] }[],
    options: { readonly cause: string; readonly signal?: AbortSignal },
  ): Promise<readonly RefreshedAudience[]>
}

/** Milliseconds a count may read: nobody waits for it before a page. */
const LIMIT = 600_000
const DAY = 86_400

interface Ask {
  readonly audience: Audience
  readonly criteria: Criteria
}

export function createAudienceRefresh(deps: {
  readonly reader: Reader
  readonly audiences: Audiences
  readonly members: Members
  readonly writer: WriterPort
  readonly clock: Clock
  context(now: Instant): PlanContext
}): RefreshAudiences {
  const { reader, audiences, members, writer, clock, context } = deps

  /** Those whose parts are all there. */
  const asked = (ctx: PlanContext): readonly Ask[] =>
    audiences.list().flatMap((audience) => {
      const criteria = membersOf(audience.definition, audience.id)
      try {
        conditionsBehind(criteria, criteriaIn(ctx))
        return [{ audience, criteria }]
      } catch (error) {
        if (error instanceof NotFoundError) return []
        throw error
      }
    })

  async function count(
    due: readonly (Ask & { readonly cause: string })[],
    { asOf, ctx, signal }: { asOf: Instant; ctx: PlanContext; signal: AbortSignal | undefined },
  ): Promise<readonly RefreshedAudience[]> {
    if (due.length === 0) return []
    const sets = await members.ofEach(
      due.map(({ criteria }) => criteria),
      { asOf, limit: LIMIT, ...(signal && { signal }) },
    )
    const refreshed: RefreshedAudience[] = []
    for (const [at, { audience, criteria, cause }] of due.entries()) {
      const set = sets[at]
      if (set === undefined) throw new Error('Each audience has its members')
      const diff = await writer.call('storeAudienceMembers', {
        audienceId: audience.id,
        version: audience.version,
        asOf,
        members: set.bits,
        readFrom: stateOf(criteria, set.versions, ctx),
        cause,
      })
      if (diff !== null) refreshed.push({ ...diff, name: audience.name, cause })
    }
    return refreshed
  }

  return {
    due({ signal }) {
      const asOf = clock.now()
      const ctx = context(asOf)
      const versions = readVersions(reader)
      const due = asked(ctx).flatMap((ask) => {
        const cause = whyDue(reader, ask, { versions, now: asOf, ctx })
        return cause === undefined ? [] : [{ ...ask, cause }]
      })
      return count(due, { asOf, ctx, signal })
    },
    async records(records, { cause, signal }) {
      const asOf = clock.now()
      const ctx = context(asOf)
      const entities = new Set(records.map(({ entity }) => entity))
      const concerned = asked(ctx).filter(({ audience }) => entities.has(audience.entity))
      const { capped = [], alone = [] } = Object.groupBy(concerned, ({ criteria }) =>
        isRanked(criteria, ctx) ? 'capped' : 'alone',
      )
      const refreshed: RefreshedAudience[] = []
      for (const { audience, criteria } of alone) {
        const stored = readAudienceMembers(reader, audience.id)
        // One that was never counted is counted as a whole before long.
        if (stored?.version !== audience.version) continue
        const [entered, left]: [number[], number[]] = [[], []]
        for (const { entity, record } of records) {
          if (entity !== audience.entity) continue
          const population = await populationAround(record.id, [criteria], {
            members,
            ctx,
            ...(signal && { signal }),
          })
          const isIn = holds(criteria, record, population, ctx)
          if (isIn !== has(stored.members, record.id)) (isIn ? entered : left).push(record.id)
        }
        if (entered.length + left.length === 0) continue
        const diff = await writer.call('moveAudienceMembers', {
          audienceId: audience.id,
          version: audience.version,
          asOf,
          entered,
          left,
          cause,
        })
        if (diff !== null) refreshed.push({ ...diff, name: audience.name, cause })
      }
      const recounted = await count(
        capped.map((ask) => ({ ...ask, cause })),
        { asOf, ctx, signal },
      )
      return [...refreshed, ...recounted]
    },
  }
}

const isRanked = (criteria: Criteria, ctx: PlanContext): boolean =>
  conditionsBehind(criteria, criteriaIn(ctx)).some(({ type }) => RANKED.has(type))
const RANKED = new Set<string>(['rank', 'company_rank', 'person_rank', 'rfm'])

/** The version counters that matter to who is in it: an equal state needs no new count. */
const stateOf = (criteria: Criteria, versions: DataVersions, ctx: PlanContext) =>
  Object.fromEntries(
    sourcesOf(criteria, criteriaIn(ctx))
      .toSorted()
      .map((source) => [source, versions[source]]),
  )

function whyDue(
  reader: Reader,
  { audience, criteria }: Ask,
  { versions, now, ctx }: { versions: DataVersions; now: Instant; ctx: PlanContext },
): string | undefined {
  const counted = readAudienceCount(reader, audience.id)
  if (counted === undefined) return 'first count'
  if (counted.version !== audience.version) return 'another definition'
  const raised = Object.entries(stateOf(criteria, versions, ctx)).filter(
    ([source, version]) =>
      Object.entries(counted.readFrom).find(([name]) => name === source)?.[1] !== version,
  )
  if (raised.length > 0) return `new ${joinWords(raised.map(([source]) => source).toSorted(), 'and')}`
  const moves = movesWithTime({ kind: 'status', criteria })
  return moves && now - counted.asOf >= DAY ? 'time passed' : undefined
}
