import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { actorFrom } from '../log/actor.ts'
import { withNames } from '../segments/pinned-names.ts'
import { ACTIVITY_DEEDS, type ActivityDeed, type ActivityKind, type ActivityPage } from './shown.ts'
import { undoStateOf } from './undo-state.ts'

export interface ActivityFilter {
  readonly kind?: ActivityKind
  readonly did?: ActivityDeed
  /** A part of the name of who did it, and of what was proposed. */
  readonly who?: string
  readonly what?: string
  /** From this instant on, and before that one. */
  readonly since?: Instant
  readonly until?: Instant
  /** Entries before this one: `next` of the page before. */
  readonly before?: number
  readonly most: number
}

const ACTION_OF: Readonly<Record<ActivityDeed, string>> = {
  confirmed: 'proposal_confirmed',
  rejected: 'proposal_rejected',
  expired: 'proposal_expired',
  stale: 'proposal_stale',
  written: 'export_written',
  failed: 'export_failed',
  cancelled: 'export_cancelled',
}
const DEED_OF = new Map(ACTIVITY_DEEDS.map((did) => [ACTION_OF[did], did] as const))

/** Kinds of changes, as SQL patterns. */
const KINDS: Readonly<Record<ActivityKind, readonly string[]>> = {
  segments: ['%\\_segment', 'undo'],
  audiences: ['%\\_audience'],
  indicators: ['%\\_indicator'],
  exports: ['export', 'undo\\_export'],
}

/** What was decided and what came of it, newest first, a page at a time by the log's own ids. */
export function readActivity(reader: Reader, filter: ActivityFilter): ActivityPage {
  const { kind, did, who, what, since, until, before, most } = filter
  const actions = did === undefined ? [...DEED_OF.keys()] : [ACTION_OF[did]]
  const rows = reader.all(
    query
      .selectFrom('log as l')
      // Of an export the log names the export, of everything else the proposal.
      .leftJoin('exports as e', 'e.id', 'l.subject')
      .innerJoin('proposals as p', (join) =>
        join.on((eb) => eb('p.id', '=', eb.fn.coalesce('e.proposal_id', 'l.subject'))),
      )
      .select(['l.id', 'l.at', 'l.actor', 'l.action'])
      .select(['p.id as proposalId', 'p.kind', 'p.summary', 'p.outcome'])
      .where('l.action', 'in', actions)
      .$if(kind !== undefined, (q) =>
        q.where((eb) =>
          eb.or(KINDS[kind ?? 'segments'].map((pattern) => sql<boolean>`p.kind LIKE ${pattern} ESCAPE '\\'`)),
        ),
      )
      .$if(who !== undefined, (q) => q.where(holds(sql`l.actor ->> 'name'`, who ?? '')))
      .$if(what !== undefined, (q) => q.where(holds(sql`p.summary`, what ?? '')))
      .$if(since !== undefined, (q) => q.where('l.at', '>=', since ?? 0))
      .$if(until !== undefined, (q) => q.where('l.at', '<', until ?? 0))
      .$if(before !== undefined, (q) => q.where('l.id', '<', before ?? 0))
      .orderBy('l.id', 'desc')
      // One more than is shown tells whether there is a page behind.
      .limit(most + 1),
  )
  const shown = rows.slice(0, most)
  return {
    entries: shown.flatMap(({ id, at, actor, action, proposalId, summary, ...row }) => {
      const deed = DEED_OF.get(action)
      if (deed === undefined) return []
      const undo = deed === 'confirmed' ? undoStateOf(reader, row) : null
      const said = withNames(reader, summary)
      return [{ id, at: toIso(at), by: actorFrom(actor).name, did: deed, summary: said, proposalId, undo }]
    }),
    next: rows.length > most ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** A part of a text, whatever the case. */
const holds = (text: ReturnType<typeof sql>, part: string) =>
  sql<boolean>`instr(lower(${text}), ${part.toLowerCase()}) > 0`
