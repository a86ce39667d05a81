import { z } from 'zod'
import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { ProposalState, ProposalsTable } from '#db/schema.ts'
import { type Clock, type Instant, toIso } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { type Change, changeSchema } from '../changes/index.ts'
import { actorFrom } from '../log/actor.ts'
import { withNames } from '../segments/pinned-names.ts'
import { readPreview } from '../previews/read.ts'
import { type Proposal, TYPED_COUNT_PEOPLE, TYPED_COUNT_SHARE } from './schema.ts'
import { differenceSchema } from './shown.ts'

/** Reads of proposals, decided or not. */
export interface Proposals {
  /** Newest first. */
  list(options?: { readonly state?: ProposalState; readonly limit?: number }): readonly Proposal[]
  /** Throws NotFoundError. */
  get(id: string): Proposal
  /** What a proposal that still waits would change; undefined for any other id. */
  waiting(id: string): Change | undefined
  /** The ids of those that still wait and would make ICPs and personas, oldest first. */
  waitingProfiles(): readonly string[]
}

/** More drafts than these are of other conversations. */
const MOST_WAITING = 20

export function createProposals({ reader, clock }: { reader: Reader; clock: Clock }): Proposals {
  return {
    list({ state, limit = 50 } = {}) {
      const now = clock.now()
      return reader
        .all(
          query
            .selectFrom('proposals')
            .selectAll()
            // A draft that ran out is shown as expired before anybody has tried to confirm it.
            .$if(state === 'draft', (q) => q.where('state', '=', 'draft').where('expires_at', '>', now))
            .$if(state === 'expired', (q) =>
              q.where((eb) =>
                eb.or([
                  eb('state', '=', 'expired'),
                  eb.and([eb('state', '=', 'draft'), eb('expires_at', '<=', now)]),
                ]),
              ),
            )
            .$if(state !== undefined && state !== 'draft' && state !== 'expired', (q) =>
              q.where('state', '=', state ?? 'draft'),
            )
            .orderBy('created_at', 'desc')
            // Of those of one second the last one drafted first.
            .orderBy(sql`rowid`, 'desc')
            .limit(limit),
        )
        .map((row) => proposalOf(reader, row, now))
    },
    get(id) {
      const row = reader.get(query.selectFrom('proposals').selectAll().where('id', '=', id))
      if (row !== undefined) return proposalOf(reader, row, clock.now())
      throw new NotFoundError(`There is no proposal ${id}`, {
        next: 'List the proposals to see which there are.',
      })
    },
    waitingProfiles: () =>
      reader
        .all(
          query
            .selectFrom('proposals')
            .select('id')
            .where('state', '=', 'draft')
            .where('expires_at', '>', clock.now())
            .where('kind', 'in', ['create_icp', 'create_persona'])
            .orderBy('created_at', 'desc')
            .limit(MOST_WAITING),
        )
        .map(({ id }) => id)
        .toReversed(),
    waiting(id) {
      const row = reader.get(
        query
          .selectFrom('proposals')
          .select('change')
          .where('id', '=', id)
          .where('state', '=', 'draft')
          .where('expires_at', '>', clock.now()),
      )
      return row && changeSchema.parse(JSON.parse(row.change))
    },
  }
}

/** Must the count be typed to confirm? Where many people are touched, a click is too easy. */
export const mustTypeCount = ({ count, total }: Pick<ProposalsTable, 'count' | 'total'>): boolean =>
  count !== null && (count > TYPED_COUNT_PEOPLE || count > TYPED_COUNT_SHARE * (total ?? 0))

function proposalOf(reader: Reader, row: ProposalsTable, now: Instant): Proposal {
  const named = (text: string | null) => (text === null ? null : withNames(reader, text))
  return {
    id: row.id,
    kind: row.kind,
    state: row.state === 'draft' && row.expires_at <= now ? 'expired' : row.state,
    summary: withNames(reader, row.summary),
    contentHash: row.content_hash,
    typeCount: mustTypeCount(row),
    count: row.count,
    total: row.total,
    targetId: row.target_id,
    difference: z
      .array(differenceSchema)
      .parse(JSON.parse(row.difference))
      .map(({ what, before, after }) => ({ what, before: named(before), after: named(after) })),
    preview: row.preview_id === null ? null : readPreview(reader, row.preview_id),
    createdAt: toIso(row.created_at),
    expiresAt: toIso(row.expires_at),
    createdBy: actorFrom(row.actor).name,
    decidedAt: row.decided_at === null ? null : toIso(row.decided_at),
    decidedBy: row.decided_by === null ? null : actorFrom(row.decided_by).name,
    outcome: row.outcome === null ? null : z.record(z.string(), z.string()).parse(JSON.parse(row.outcome)),
  }
}
