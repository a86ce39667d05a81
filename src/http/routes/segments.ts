import { Hono } from 'hono'
import { count } from '#domain/members/bitset.ts'
import type { Segment } from '#domain/segments/schema.ts'
import { toMinute } from '#kernel/clock.ts'
import type { SegmentList, SegmentView } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'

/** Segments and lists, for looking. */
export const segmentRoutes = ({ services: { members, clock, segments, explanations } }: HttpDeps) => {
  const wordsOf = ({ criteria }: Segment) => (criteria === null ? null : explanations.words(criteria))
  const totalFor = async (signal: AbortSignal) =>
    count((await members.everyone({ asOf: toMinute(clock.now()), signal })).bits)
  return new Hono<SignedInEnv>()
    .get('/', async (c) => {
      const search = c.req.query('search')
      const found = segments.list(search === undefined ? {} : { search })
      return c.json({
        segments: found.map((segment) => ({ ...segment, words: wordsOf(segment) })),
        total: await totalFor(c.req.raw.signal),
      } satisfies SegmentList)
    })
    .get('/:id', async (c) => {
      const segment = segments.get(c.req.param('id'))
      const versions = segments.versions(segment.id)
      const { criteria } = segment
      return c.json({
        ...segment,
        words: wordsOf(segment),
        sql: criteria === null ? null : explanations.sql(criteria),
        total: await totalFor(c.req.raw.signal),
        versions,
      } satisfies SegmentView)
    })
}
