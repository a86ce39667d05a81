import { query, type Reader } from '#db/run.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { z } from 'zod'
import { type Change, changeSchema, definitionOf } from '../changes/index.ts'
import type { Audiences } from '../audiences/read.ts'
import type { Indicators } from '../indicators/read.ts'
import type { Segments } from '../segments/read.ts'

const outcomeSchema = z.union([
  z.object({ segmentId: z.string(), version: z.coerce.number() }),
  z.object({ indicatorId: z.string(), version: z.coerce.number() }),
  z.object({ audienceId: z.string(), version: z.coerce.number() }),
  z.object({ exportId: z.string() }),
])

/** What a confirmed proposal made or changed, as it is stored. */
export const outcomeOf = (json: string): z.output<typeof outcomeSchema> =>
  outcomeSchema.parse(JSON.parse(json))

/**
 * The change that takes back what was done to a segment, indicator or audience last: what that is, the change that did it
 * knows. Throws NotFoundError for an id that never was, InputError when nobody has changed the thing yet.
 */
export function undoingOf(
  {
    reader,
    segments,
    indicators,
    audiences,
  }: {
    readonly reader: Reader
    readonly segments: Segments
    readonly indicators: Indicators
    readonly audiences: Audiences
  },
  id: string,
): Change {
  if (reader.get(query.selectFrom('exports').select('id').where('id', '=', id)) !== undefined) {
    return definitionOf({ kind: 'export' }).undo({ exportId: id }, null)
  }
  const last = segments.versions(id).at(-1) ?? indicators.versions(id).at(-1) ?? audiences.versions(id).at(-1)
  if (last === undefined) {
    throw new NotFoundError(`There is no segment, indicator or audience ${id}`, {
      next: 'List the segments, indicators or audiences to see which there are.',
    })
  }
  const done =
    last.proposalId === null
      ? undefined
      : reader.get(
          query
            .selectFrom('proposals')
            .select(['change', 'base_version', 'outcome'])
            .where('id', '=', last.proposalId),
        )
  if (done === undefined) {
    throw new InputError(`Nobody has changed “${last.name}” yet, so there is nothing to undo`, {
      next: 'Name the segment, indicator or audience whose last change should be taken back.',
    })
  }
  return definitionOf(changeSchema.parse(JSON.parse(done.change))).undo(
    outcomeOf(done.outcome ?? ''),
    done.base_version,
  )
}
