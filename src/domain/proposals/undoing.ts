import { query, type Reader } from '#db/run.ts'
import { JOIN_RULES } from '#db/schema.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { z } from 'zod'
import { type Change, changeSchema, undoingOfChange } from '../changes/index.ts'
import type { Definitions } from '../definitions.ts'

/** Several are stored as one text, as all outcomes are. */
const listed = z.string().transform((text) => text.split(','))

const outcomeSchema = z.union([
  z.object({ segmentId: z.string(), version: z.coerce.number() }),
  z.object({ indicatorId: z.string(), version: z.coerce.number() }),
  z.object({ audienceId: z.string(), version: z.coerce.number() }),
  z.object({ ruleId: z.string(), version: z.coerce.number() }),
  z.object({ profileIds: listed, versions: listed.transform((texts) => texts.map(Number)) }),
  z.object({ exportId: z.string() }),
  z.object({ joinId: z.coerce.number() }),
  z.object({ joinRule: z.enum(JOIN_RULES), before: z.enum(JOIN_RULES) }),
  z.object({
    questionId: z.string(),
    runId: z.string().transform((text) => (text === 'null' ? null : text)),
    restored: z.stringbool().exactOptional(),
  }),
])

/** What a confirmed proposal made or changed, as it is stored. */
export const outcomeOf = (json: string): z.output<typeof outcomeSchema> =>
  outcomeSchema.parse(JSON.parse(json))

const lastOf = (
  things: {
    versions(id: string): readonly { readonly name: string; readonly proposalId: string | null }[]
  },
  id: string,
) => things.versions(id).at(-1)

/**
 * The change that takes back what was done to a segment, indicator, audience or profile last: what that is, the change
 * that did it knows. Throws NotFoundError for an id that never was, InputError when nobody has changed the thing yet.
 */
export function undoingOf(
  { reader, segments, indicators, audiences, profiles, routing }: Definitions & { readonly reader: Reader },
  id: string,
): Change {
  if (reader.get(query.selectFrom('exports').select('id').where('id', '=', id)) !== undefined) {
    return undoingOfChange({ kind: 'export' }, { exportId: id }, null)
  }
  const last = [segments, indicators, audiences, profiles, routing]
    .map((things) => lastOf(things, id))
    .find((version) => version !== undefined)
  if (last === undefined) {
    throw new NotFoundError(`There is no segment, indicator, audience or profile ${id}`, {
      next: 'List the segments, indicators, audiences or profiles to see which there are.',
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
      next: 'Name the segment, indicator, audience or profile whose last change should be taken back.',
    })
  }
  const change = changeSchema.parse(JSON.parse(done.change))
  return undoingOfChange(change, outcomeOf(done.outcome ?? ''), done.base_version)
}
