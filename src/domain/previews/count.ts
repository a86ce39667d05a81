import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Reader } from '#db/run.ts'
import { type Clock, type Instant, toIso, toMinute } from '#kernel/clock.ts'
import type { Ids } from '#kernel/ids.ts'
import type { WaitedFor } from '#kernel/waited-for.ts'
import { askPerimeter } from '../audiences/perimeter.ts'
import type { PlanContext } from '../conditions/define.ts'
import { historyWarning, isOfHistory } from '../conditions/segment/segment-history.ts'
import { alternativesTo } from '../alternatives/alternatives.ts'
import { describe } from '../criteria/describe.ts'
import { entityOf } from '../criteria/entity.ts'
import { indicatorIdOf } from '../indicators/read.ts'
import { conditionsBehind, criteriaIn, sourcesOf } from '../criteria/expand.ts'
import { resolveCriteria } from '../criteria/resolve.ts'
import type { Criteria } from '../criteria/schema.ts'
import { sqlView } from '../criteria/sql-view.ts'
import { leavesOf } from '../criteria/walk.ts'
import type { Account } from '../language/account.ts'
import { type Bitset, count, countShared } from '../members/bitset.ts'
import { encodeMembers, membersHash } from '../members/encode.ts'
import type { Members } from '../members/members.ts'
import type { Segments } from '../segments/read.ts'
import { createFreshness } from '../sources/freshness.ts'
import { windowToCome } from '../time/to-come.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import type { WriterPort } from '../writer/port.ts'
import { changeFrom } from './change-from.ts'
import { funnelBranches, funnelSteps } from './funnel.ts'
import { asItCounts } from './leaf-criteria.ts'
import { nearestSegments, segmentsToCompare } from './overlaps.ts'
import type { Previews } from './previews.ts'
import { readPreview } from './read.ts'
import { pickSample, readSample } from './sample.ts'
import type { Preview } from './schema.ts'
import { countedSteps } from './counted-steps.ts'
import { runningCounts, unasked } from './running-counts.ts'
import { countedTogether } from './together.ts'
import { warningsOf } from './warnings.ts'

export interface PreviewsDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly ids: Ids
  readonly members: Members
  readonly segments: Segments
  readonly vocabulary: Vocabulary
  readonly writer: WriterPort
  readonly waitedFor: Pick<WaitedFor, 'during'>
  /** What criteria mean at an instant. */
  context(now: Instant): PlanContext
  /** How each word of the human's message was read, given what came of it. */
  receipt?(
    message: string,
    criteria: Criteria,
    assumptions: readonly string[],
    atHand: Criteria | undefined,
  ): Account
}

/** What is beside the count of customers alone: their orders, their consent, their segments. */
const NON_BUYERS: Criteria = { type: 'orders', measure: 'count', op: '=', value: 0 }

/** Counts criteria and everything beside the count that helps people see whether it is what they meant. */
export function createPreviews(deps: PreviewsDeps): Previews {
  const { reader, clock, ids, members, segments, vocabulary, writer, waitedFor, context } = deps
  const freshness = createFreshness(reader)
  const resolve = (input: unknown, ctx: PlanContext, filled = vocabulary.filled): Criteria =>
    resolveCriteria(input, {
      ctx,
      segmentId: (idOrName) => segments.find(idOrName)?.id,
      indicatorId: (idOrName) => indicatorIdOf(reader, idOrName),
      filled,
    })

  const previews: Previews = {
    get: (id) => readPreview(reader, id),
    freshness() {
      const asOf = toMinute(clock.now())
      const freshnessOf = freshness(asOf)
      const known = criteriaIn(context(asOf))
      return (criteria) =>
        criteria === null
          ? freshnessOf({ sources: ['lists'], entity: 'customer' })
          : freshnessOf({ sources: sourcesOf(criteria, known), entity: entityOf(criteria) })
    },
    resolve: (input) => resolve(input, context(toMinute(clock.now()))),
    async count(input, { actor, message, assumptions = [], held, about, atHand, perimeter, ...options }) {
      const asOf = toMinute(clock.now())
      const ctx = context(asOf)
      // What an audience is made of was checked before; that nobody consented is a step of its perimeter.
      const criteria = resolve(input, ctx, perimeter && (() => 1))
      const entity = entityOf(criteria)
      const branches = funnelBranches(criteria, (branch) => describe(branch, ctx))

      const account =
        message === undefined
          ? undefined
          : deps.receipt?.(message, held ?? criteria, assumptions, atHand?.criteria)

      const together = countedTogether(members)
      const all = together.ask(criteria)
      const others = together.ask({ none: [criteria] })
      const ofCustomers = entity === 'customer' ? askOfCustomers(together, segments, about) : undefined
      const steps = branches.map((branch) => together.ask(branch.criteria))
      const leaves = leavesOf(criteria).map((leaf) => ({
        condition: leaf.condition,
        set: together.ask(asItCounts(leaf)),
      }))
      // One step from an audience are other audiences, and nobody says those in words.
      const nearby = perimeter === undefined ? alternativesTo(criteria, ctx) : []
      const alternatives = nearby.map((step) => ({
        ...step,
        set: together.ask(step.criteria),
      }))
      const spans = runningCounts(account?.spans ?? [], criteria, ctx, together.ask)
      const added =
        account === undefined || account.agrees ? [] : unasked(account.spans, criteria, atHand?.criteria, ctx)
      const fallen = perimeter && askPerimeter(perimeter, (part) => describe(part, ctx), together.ask)
      // While others read, this thread makes what is said of the criteria, in a turn of its own: it has more to answer.
      const [said] = await Promise.all([
        nextTurn().then(() => ({ words: describe(criteria, ctx), sql: sqlView(criteria, ctx) })),
        together.read({ ...options, asOf }),
      ])
      await nextTurn()

      const bits = all()
      const total = count(bits) + count(others())
      const compared = ofCustomers?.segments() ?? []
      const preview: Preview = {
        id: ids.next('prev'),
        entity,
        criteria,
        ...said,
        asOf: toIso(asOf),
        freshness: [...freshness(asOf)({ sources: sourcesOf(criteria, criteriaIn(ctx)), entity })],
        count: count(bits),
        total,
        funnel: [
          ...funnelSteps(
            branches,
            steps.map((set) => set()),
          ),
        ],
        reachable: ofCustomers?.reachable(bits) ?? null,
        overlaps: [...nearestSegments(bits, compared)],
        sample: [...readSample(reader, pickSample(bits), { entity, asOf, currency: ctx.currency })],
        warnings: [
          ...warningsOf({
            entity,
            members: bits,
            total,
            buyers: total - count(ofCustomers?.nonBuyers() ?? NOBODY),
            nonBuyers: ofCustomers?.nonBuyers() ?? NOBODY,
            leaves: leaves.map(({ condition, set }) => ({ condition, members: set() })),
            segments: compared,
            usesRfm: conditionsBehind(criteria, criteriaIn(ctx)).some(({ type }) => type === 'rfm'),
            filled: (field) => vocabulary.filled(field),
            unrecorded: (condition) =>
              condition.type === 'segment' && isOfHistory(condition)
                ? historyWarning(condition, ctx)
                : undefined,
            toCome: (condition) => windowToCome(condition, asOf, ctx.zone),
          }),
        ],
        assumptions: [...(account?.assumptions ?? assumptions)],
        receipt: spans(),
        ...(added.length === 0 ? {} : { unasked: added }),
        alternatives: countedSteps(alternatives, count(bits)),
        ...changeFrom(atHand, criteria, ctx, account?.refines ?? false),
        ...(fallen === undefined ? {} : { perimeter: fallen() }),
        membersHash: membersHash(bits),
      }
      await writer.call('storePreview', { preview, asOf, members: encodeMembers(bits), actor })
      return preview
    },
  }
  return { ...previews, count: (input, options) => waitedFor.during(previews.count(input, options)) }
}

const NOBODY = new Uint32Array()

/** What is asked beside a count of customers; answered once everything was read. */
function askOfCustomers(
  together: ReturnType<typeof countedTogether>,
  segments: Segments,
  about: string | undefined,
) {
  const nonBuyers = together.ask(NON_BUYERS)
  const byEmail = together.ask({ type: 'consent', channel: 'email', is: 'reachable' })
  const bySms = together.ask({ type: 'consent', channel: 'sms', is: 'reachable' })
  const compared = segmentsToCompare(segments, about).map(({ id, name }) => ({
    id,
    name,
    set: together.ask({ type: 'segment', segment: id }),
  }))
  return {
    nonBuyers,
    reachable: (bits: Bitset) => ({ email: countShared(bits, byEmail()), sms: countShared(bits, bySms()) }),
    segments: () => compared.map(({ id, name, set }) => ({ id, name, members: set() })),
  }
}
