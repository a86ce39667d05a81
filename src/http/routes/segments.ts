import { Hono } from 'hono'
import { count } from '#domain/members/bitset.ts'
import type { Segment } from '#domain/segments/schema.ts'
import { toMinute } from '#kernel/clock.ts'
import type { SegmentList, SegmentView } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'

/** Segments and lists, for looking. */
export const segmentRoutes = ({ services: { members, clock, segments, explanations } }: HttpDeps) => {
  const wordsOf = ({ criteria }: Segment) => (criteria === null ? null : explanations.words(criteria))
  return new Hono<SignedInEnv>()
    .get('/', async (c) => {
      const search = c.req.query('search')
      const everyone = await members.everyone({ asOf: toMinute(clock.now()), signal: c.req.raw.signal })
      const found = segments.list(search === undefined ? {} : { search })
      return c.json({
        segments: found.map((segment) => ({ ...segment, words: wordsOf(segment) })),
        total: count(everyone.bits),
      } satisfies SegmentList)
    })
    .get('/:id', (c) => {
      const segment = segments.get(c.req.param('id'))
      const versions = segments.versions(segment.id)
      return c.json({ ...segment, words: wordsOf(segment), versions } satisfies SegmentView)
    })
}
