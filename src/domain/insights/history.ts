import { z } from 'zod'
import { query, type Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'
import { actorFrom } from '../log/actor.ts'

const number = z.int().min(0)

export const historySchema = z.object({
  /** What humans decided, newest first. */
  changes: z.array(z.object({ at: z.string(), by: z.string(), summary: z.string(), proposalId: z.string() })),
  /** How segments grew and shrank, newest first: only counts in which somebody came or went. */
  movements: z.array(
    z.object({
      at: z.string(),
      segmentId: z.string(),
      name: z.string(),
      members: number,
      entered: number,
      left: number,
      cause: z.string(),
    }),
  ),
  /** When somebody was first counted, whatever is asked of; null where nothing was: before it, nobody’s coming is known. */
  countedFrom: z.string().nullable(),
})
export type History = z.infer<typeof historySchema>

export interface HistoryOptions {
  /** Of one segment only. */
  readonly segmentId?: string
  /** Not before this instant. */
  readonly since?: Instant
}

const SHOWN = 30

/** What was decided and what came of it, from the proposals and the refreshes that are kept. */
export function readHistory(
  { segmentId, since = 0 }: HistoryOptions,
  { reader }: { readonly reader: Reader },
): History {
  const decided = reader.all(
    query
      .selectFrom('proposals')
      .select(['id', 'summary', 'decided_at', 'decided_by', 'target_id', 'outcome'])
      .where('state', '=', 'confirmed')
      .where('decided_at', '>=', since)
      .orderBy('decided_at', 'desc')
      .$if(segmentId !== undefined, (q) =>
        q.where((eb) =>
          eb.or([
            eb('target_id', '=', segmentId ?? ''),
            eb(eb.fn('json_extract', ['outcome', eb.val('$.segmentId')]), '=', segmentId ?? ''),
          ]),
        ),
      )
      .limit(SHOWN),
  )
  const moved = reader.all(
    query
      .selectFrom('refreshes')
      .innerJoin('segments', 'segments.id', 'refreshes.segment_id')
      .select(['segment_id', 'name', 'as_of', 'members', 'entered', 'left', 'cause'])
      .where('as_of', '>=', since)
      .where((eb) => eb.or([eb('entered', '>', 0), eb('left', '>', 0)]))
      .$if(segmentId !== undefined, (q) => q.where('segment_id', '=', segmentId ?? ''))
      .orderBy('refreshes.id', 'desc')
      .limit(SHOWN),
  )
  const first = reader.get(
    query
      .selectFrom('refreshes')
      .select((eb) => eb.fn.min('as_of').as('at'))
      .$if(segmentId !== undefined, (q) => q.where('segment_id', '=', segmentId ?? '')),
  )
  return {
    countedFrom: typeof first?.at === 'number' ? toIso(first.at) : null,
    changes: decided.map((row) => ({
      at: toIso(row.decided_at ?? 0),
      by: row.decided_by === null ? '' : actorFrom(row.decided_by).name,
      summary: row.summary,
      proposalId: row.id,
    })),
    movements: moved.map(({ segment_id, as_of, ...row }) => ({
      ...row,
      segmentId: segment_id,
      at: toIso(as_of),
    })),
  }
}
