import { Hono } from 'hono'
import { z } from 'zod'
import { count } from '#domain/members/bitset.ts'
import { countOn, countsOf } from '#domain/segments/counts.ts'
import type { Segment } from '#domain/segments/schema.ts'
import { segmentCountSchema } from '#domain/segments/shown-table.ts'
import { mayActAs } from '#domain/users/schema.ts'
import { toMinute } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import {
  refreshStateAnswer,
  segmentFiguresAnswer,
  segmentHistoryAnswer,
  segmentListAnswer,
  segmentViewAnswer,
} from '../answers/segments.ts'
import type { RefreshState, SegmentFigures, SegmentHistory, SegmentList, SegmentView } from '../api.ts'
import { readQuery, searchSchema } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { RefusedError } from '../errors.ts'
import { about } from '../openapi/about.ts'

const listSchema = searchSchema.extend({
  /** `name`, `customers`, `revenue`, `average_order`; with `-` before it, the largest first. */
  sort: z.string().exactOptional(),
  page: z.string().exactOptional(),
})
const asOfSchema = z.object({ date: z.string().default('') })

/** Segments and lists, for looking; and counting them anew, which follows what was confirmed. */
export const segmentRoutes = ({ services, refreshJobs }: HttpDeps) => {
  const { members, clock, segments, segmentTable, previews, explanations, reader, workspace } = services
  const wordsOf = ({ criteria }: Pick<Segment, 'criteria'>) =>
    criteria === null ? null : explanations.words(criteria)
  /** An old version may name what is gone. */
  const wordsOnce = (version: Pick<Segment, 'criteria'>) => {
    try {
      return wordsOf(version)
    } catch (error) {
      if (error instanceof NotFoundError) return null
      throw error
    }
  }
  const stateOf = (id: string): RefreshState => ({ job: refreshJobs.find(id) ?? null })

  return new Hono<SignedInEnv>()
    .get(
      '/',
      about({
        does: 'Segments and lists, page by page',
        query: listSchema,
        answer: { SegmentList: segmentListAnswer },
      }),
      async (c) => {
        const { search, sort, page } = readQuery(c, listSchema, 'This list can’t be made')
        const table = await segmentTable.page({ search, sort, page, signal: c.req.raw.signal })
        const freshnessOf = previews.freshness()
        return c.json({
          ...table,
          segments: table.segments.map((segment) => ({ ...segment, words: wordsOf(segment) })),
          freshness: [
            ...new Map(
              table.segments
                .flatMap(({ criteria }) => freshnessOf(criteria))
                .map((fresh) => [fresh.source, fresh]),
            ).values(),
          ],
        } satisfies SegmentList)
      },
    )
    .get(
      '/:id',
      about({ does: 'One segment or list, by id or name', answer: { SegmentView: segmentViewAnswer } }),
      async (c) => {
        const segment = segments.get(c.req.param('id'))
        const { criteria } = segment
        const everyone = await members.everyone({ asOf: toMinute(clock.now()), signal: c.req.raw.signal })
        return c.json({
          ...segment,
          words: wordsOf(segment),
          sql: criteria === null ? null : explanations.sql(criteria),
          freshness: previews.freshness()(criteria),
          total: count(everyone.bits),
          usedBy: [...segments.usersOf(segment.id)],
          versions: segments
            .versions(segment.id)
            .map((version) => ({ ...version, words: wordsOnce(version) })),
        } satisfies SegmentView)
      },
    )
    .get(
      '/:id/figures',
      about({ does: 'What its members are worth', answer: { SegmentFigures: segmentFiguresAnswer } }),
      (c) => c.json({ figures: segmentTable.figures(c.req.param('id')) } satisfies SegmentFigures),
    )
    .get(
      '/:id/history',
      about({ does: 'How its size went', answer: { SegmentHistory: segmentHistoryAnswer } }),
      (c) =>
        c.json({
          counts: [...countsOf(reader, segments.get(c.req.param('id')).id)],
        } satisfies SegmentHistory),
    )
    .get(
      '/:id/as-of',
      about({
        does: 'Its last count until the end of a day',
        query: asOfSchema,
        answer: { SegmentCount: segmentCountSchema },
      }),
      (c) =>
        c.json(
          countOn(
            reader,
            segments.get(c.req.param('id')).id,
            readQuery(c, asOfSchema, 'No day is named').date,
            {
              now: clock.now(),
              zone: workspace().zone,
            },
          ),
        ),
    )
    .get(
      '/:id/refresh',
      about({ does: 'How far a refresh is', answer: { RefreshState: refreshStateAnswer } }),
      (c) => c.json(stateOf(c.req.param('id'))),
    )
    .post(
      '/:id/refresh',
      about({
        does: 'Count it anew; joins a refresh that runs',
        answer: { RefreshState: refreshStateAnswer },
      }),
      (c) => {
        if (!mayActAs(c.get('signedIn').user.role, 'editor')) {
          throw new RefusedError(403, 'You may not update segments', 'Ask someone with the role editor.')
        }
        return c.json({ job: refreshJobs.start(c.req.param('id')) } satisfies RefreshState)
      },
    )
    .post(
      '/:id/refresh/stop',
      about({ does: 'Stop the refresh that runs', answer: { RefreshState: refreshStateAnswer } }),
      (c) => {
        refreshJobs.stop(c.req.param('id'))
        return c.json(stateOf(c.req.param('id')))
      },
    )
}
