import { Hono } from 'hono'
import { distributionSchema } from '#domain/indicators/shown-distribution.ts'
import { count } from '#domain/members/bitset.ts'
import { toMinute } from '#kernel/clock.ts'
import { shownIndicator } from '#tools/answers/indicator.ts'
import { indicatorListAnswer, indicatorViewAnswer } from '../answers/definitions.ts'
import type { IndicatorList, IndicatorView } from '../api.ts'
import { readQuery, searchSchema } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

/** Indicators, for looking. */
export const indicatorRoutes = ({ services }: HttpDeps) => {
  const { members, clock, indicators, explanations, distributions } = services
  return new Hono<SignedInEnv>()
    .get(
      '/',
      about({ does: 'Indicators', query: searchSchema, answer: { IndicatorList: indicatorListAnswer } }),
      async (c) => {
        const search = readQuery(c, searchSchema, 'This list can’t be made')
        const everyone = await members.everyone({ asOf: toMinute(clock.now()), signal: c.req.raw.signal })
        const found = indicators.list(search)
        return c.json({
          indicators: found.map((indicator) => shownIndicator(indicator, services)),
          total: count(everyone.bits),
        } satisfies IndicatorList)
      },
    )
    .get(
      '/:id',
      about({ does: 'One indicator, by id or name', answer: { IndicatorView: indicatorViewAnswer } }),
      (c) => {
        const indicator = indicators.get(c.req.param('id'))
        return c.json({
          ...shownIndicator(indicator, services),
          sql: explanations.indicatorSql(indicator.definition),
          usedBy: [...indicators.usersOf(indicator.id)],
          versions: [...indicators.versions(indicator.id)],
        } satisfies IndicatorView)
      },
    )
    .get(
      '/:id/distribution',
      about({ does: 'Who has it, or how its numbers spread', answer: { Distribution: distributionSchema } }),
      async (c) => c.json(await distributions.ofIndicator(c.req.param('id'), c.req.raw.signal)),
    )
}
