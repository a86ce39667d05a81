import { query, type Writer } from '#db/run.ts'
import type { ProposalsTable } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { sameSecret } from '#kernel/hash.ts'
import { percentOf } from '#kernel/text.ts'
import type { Counted, Outcome } from '../changes/define.ts'
import { type Change, changeSchema, definitionOf } from '../changes/index.ts'
import { namesIn } from '../criteria/context.ts'
import { criteriaIn, sourcesOf } from '../criteria/expand.ts'
import { parseCriteria } from '../criteria/parse.ts'
import type { Criteria } from '../criteria/schema.ts'
import { count } from '../members/bitset.ts'
import { decodeMembers, symmetricDifference } from '../members/encode.ts'
import type { DataVersions } from '../members/members.ts'
import { readVersions } from '../members/read-versions.ts'
import { sameVersions } from '../members/versions.ts'
import { createDefinitions } from '../definitions.ts'
import type { Operation } from '../writer/operation.ts'
import { contentHashOf } from './content.ts'
import { mustTypeCount } from './read.ts'
import { requireDraft, requireRole, settle } from './state.ts'

/** Who satisfies the criteria at the moment of confirming, and what they were read from. */
export interface Recount {
  /** As `encodeMembers` makes them. */
  readonly members: Uint8Array
  readonly asOf: Instant
  readonly versions: DataVersions
}

export type Confirmation =
  | { readonly kind: 'confirmed'; readonly outcome: Outcome }
  /** The data moved since the recount: count again, and come back. */
  | { readonly kind: 'recount' }
  /** It ran out or is stale, and is marked so. */
  | { readonly kind: 'refused'; readonly message: string; readonly next: string }

/**
 * Everything that confirming is, in one transaction: either the decision is recorded with the change, its
 * version, its members and its line in the log, or nothing of it is.
 */
export const confirmProposal: Operation<
  {
    readonly proposalId: string
    readonly contentHash: string
    readonly typedCount: number | null
    readonly actor: Actor
    /** Null before the first count; a text when the criteria can't be counted any more. */
    readonly recount: Recount | string | null
  },
  Confirmation
> = ({ writer, clock, ids }, { proposalId, contentHash, typedCount, actor, recount }) =>
  writer.transaction((): Confirmation => {
    const at = clock.now()
    const row = requireDraft(writer, proposalId)
    requireRole(writer, actor, 'approver', 'confirm')
    const { change, criteria } = contentOf(writer, row)
    refuseOtherContent(row, change, criteria, contentHash)

    const refuse = (state: 'expired' | 'stale', message: string, next: string): Confirmation => {
      settle(writer, row.id, { state, at, actor, outcome: { reason: message } })
      return { kind: 'refused', message, next }
    }
    const again = 'Count again and draft the change anew.'
    if (row.expires_at <= at) {
      return refuse('expired', 'This proposal has expired', 'Draft the change again.')
    }
    const definition = definitionOf(change)
    if (definition.version(change, writer) !== row.base_version) {
      return refuse('stale', 'What this proposal is about was changed since it was drafted', again)
    }
    refuseUntypedCount(row, typedCount)

    let counted: Counted | null = null
    if (criteria !== null) {
      if (typeof recount === 'string') return refuse('stale', recount, again)
      if (recount === null || movedSince(writer, recount, criteria)) return { kind: 'recount' }
      counted = { criteria, asOf: recount.asOf, members: decodeMembers(recount.members) }
      const drift = driftOf(writer, row, counted)
      if (drift !== null) return refuse('stale', drift, again)
    }

    const outcome = definition.apply(change, {
      writer,
      ids,
      by: { at, actor, proposalId: row.id },
      ...createDefinitions(writer),
      counted,
    })
    settle(writer, row.id, {
      state: 'confirmed',
      at,
      actor,
      outcome: Object.fromEntries(Object.entries(outcome).map(([what, made]) => [what, String(made)])),
      detail: { kind: change.kind, contentHash, members: counted === null ? null : count(counted.members) },
    })
    return { kind: 'confirmed', outcome }
  })

function contentOf(writer: Writer, row: ProposalsTable): { change: Change; criteria: Criteria | null } {
  const change = changeSchema.parse(JSON.parse(row.change))
  if (row.preview_id === null) return { change, criteria: null }
  const preview = writer.get(query.selectFrom('previews').select('criteria').where('id', '=', row.preview_id))
  if (preview === undefined) throw new Error(`The preview of proposal ${row.id} is gone`)
  return { change, criteria: parseCriteria(JSON.parse(preview.criteria)) }
}

/** The hash is made again of what is stored, so that it also vouches for that. */
function refuseOtherContent(row: ProposalsTable, change: Change, criteria: Criteria | null, given: string) {
  const actual = contentHashOf({
    change,
    criteria,
    baseVersion: row.base_version,
    asOf: row.as_of,
    count: row.count,
    membersHash: row.members_hash,
  })
  if (sameSecret(given, actual)) return
  throw new ConflictError('This is not the proposal that was shown: its content hash is another', {
    next: 'Look at the proposal again and confirm what it says now.',
  })
}

function refuseUntypedCount(row: ProposalsTable, typedCount: number | null): void {
  if (!mustTypeCount(row) || typedCount === row.count) return
  throw new InputError(
    typedCount === null
      ? 'This touches so many people that the count has to be typed'
      : 'The typed count is not the count of this proposal',
    { next: 'Type the number of people that the proposal shows.', path: ['typedCount'] },
  )
}

/** Has a table that the criteria read been changed since the recount? */
function movedSince(writer: Writer, { versions }: Recount, criteria: Criteria): boolean {
  const sources = sourcesOf(criteria, criteriaIn(namesIn(writer)))
  return !sameVersions(versions, readVersions(writer), ['customers', ...sources])
}

/** Why the members are too far from the previewed ones; null while they are within the tolerance. */
function driftOf(writer: Writer, row: ProposalsTable, { members }: Counted): string | null {
  const stored = writer.get(
    query
      .selectFrom('previews')
      .select(['members', 'count'])
      .where('id', '=', row.preview_id ?? ''),
  )
  if (stored === undefined) throw new Error(`The preview of proposal ${row.id} is gone`)
  const moved = symmetricDifference(decodeMembers(stored.members), members)
  if (moved <= row.tolerance * stored.count) return null
  const share = stored.count === 0 ? '' : ` (${percentOf(moved, stored.count)})`
  return `${moved.toLocaleString('en-US')} people${share} came or went since this was counted`
}
