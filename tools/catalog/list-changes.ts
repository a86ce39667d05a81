import { z } from 'zod'
import { historySchema } from '#domain/insights/history.ts'
import { movedSchema } from '#domain/moves/shown.ts'
import { startOfDate, startOfUnit } from '#domain/time/bounds.ts'
import { countOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'
import { segmentLine } from '../answers/segment.ts'
import { movedLines } from '../answers/moved.ts'
import { defineTool } from '../define.ts'

export const listChanges = defineTool({
  name: 'list_changes',
  title: 'What changed',
  description:
    'Lists what humans confirmed, how segments grew, and new signals with what they moved, since a date or yesterday.',
  input: z.strictObject({
    segment_id: z.string().optional().describe('Id or name'),
    since: z.iso.date({ error: 'give a date such as 2025-11-20, or leave it out for yesterday' }).optional(),
  }),
  output: z.object({ history: historySchema, moved: movedSchema.optional() }),
  effect: 'read',
  async handler({ segment_id, since }, { insights, segments, workspace, clock }) {
    const { zone } = workspace()
    const segment = segment_id === undefined ? undefined : segments.get(segment_id)
    const history = insights.history({
      ...(segment === undefined ? {} : { segmentId: segment.id }),
      ...(since === undefined ? {} : { since: startOfDate(since, zone) }),
    })
    const { changes, movements, countedFrom } = history
    const moved =
      segment === undefined
        ? insights.moved({
            since: since === undefined ? startOfUnit('day', -1, clock.now(), zone) : startOfDate(since, zone),
            masked: true,
          })
        : undefined
    const content = [
      ...(segment === undefined && since === undefined
        ? []
        : [
            `Of ${segment === undefined ? 'all segments' : fence(segment.name)}${since === undefined ? '' : ` since ${since}`}.`,
          ]),
      ...(segment === undefined ? [] : [segmentLine(segment)]),
      changes.length === 0 ? 'Nobody confirmed a change.' : 'Confirmed:',
      ...changes.map(({ at, by, summary }) => `- ${at}, ${fence(by)}: ${fence(summary, 300)}`),
      movements.length === 0 ? nobodyCame(countedFrom) : 'Came and went:',
      ...movements.map(
        ({ at, name, members, entered, left, cause }) =>
          `- ${at}, ${fence(name)}: ${countOf(members, 'customer')}, ${entered} entered, ${left} left (${fence(cause)})`,
      ),
      ...(since !== undefined && countedFrom !== null && since < countedFrom.slice(0, 10)
        ? [`First counted ${countedFrom}: who came or went before is not known.`]
        : []),
      ...(moved === undefined ? [] : movedLines(moved)),
    ].join('\n')
    return { content, details: { history, ...(moved && { moved }) } }
  },
})

const nobodyCame = (countedFrom: string | null): string =>
  countedFrom === null
    ? 'Nothing was counted yet, so who came or went is not known.'
    : 'Nobody came or went at any count.'
