import { Hono } from 'hono'
import { count } from '#domain/members/bitset.ts'
import { toMinute } from '#kernel/clock.ts'
import { shownIndicator } from '#tools/answers/indicator.ts'
import type { IndicatorList, IndicatorView } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'

/** Indicators, for looking. */
export const indicatorRoutes = ({ services }: HttpDeps) => {
  const { members, clock, indicators, explanations, distributions } = services
  return new Hono<SignedInEnv>()
    .get('/', async (c) => {
      const search = c.req.query('search')
      const everyone = await members.everyone({ asOf: toMinute(clock.now()), signal: c.req.raw.signal })
      const found = indicators.list(search === undefined ? {} : { search })
      return c.json({
        indicators: found.map((indicator) => shownIndicator(indicator, services)),
        total: count(everyone.bits),
      } satisfies IndicatorList)
    })
    .get('/:id', (c) => {
      const indicator = indicators.get(c.req.param('id'))
      return c.json({
        ...shownIndicator(indicator, services),
        sql: explanations.indicatorSql(indicator.definition),
        usedBy: [...indicators.usersOf(indicator.id)],
        versions: [...indicators.versions(indicator.id)],
      } satisfies IndicatorView)
    })
    .get('/:id/distribution', async (c) =>
      c.json(await distributions.ofIndicator(c.req.param('id'), c.req.raw.signal)),
    )
}
