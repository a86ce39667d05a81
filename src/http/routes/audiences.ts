import { Hono } from 'hono'
import type { Audience } from '#domain/audiences/schema.ts'
import { membersOf } from '#domain/audiences/steps.ts'
import type { Entity } from '#domain/entities/entity.ts'
import { count } from '#domain/members/bitset.ts'
import { toMinute } from '#kernel/clock.ts'
import type { AudienceList, AudienceView } from '../api.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'

/** Audiences, for looking. */
export const audienceRoutes = ({ services }: Pick<HttpDeps, 'services'>) => {
  const { members, clock, audiences, perimeters, previews } = services
  const shown = (audience: Audience) => ({ ...audience, ...perimeters.words(audience) })
  return new Hono<SignedInEnv>()
    .get('/', async (c) => {
      const search = c.req.query('search')
      const options = { asOf: toMinute(clock.now()), signal: c.req.raw.signal }
      const totalOf = async (entity: Entity) => count((await members.everyone(options, entity)).bits)
      const [customer, company, person] = await Promise.all([
        totalOf('customer'),
        totalOf('company'),
        totalOf('person'),
      ])
      return c.json({
        audiences: audiences.list(search === undefined ? {} : { search }).map(shown),
        totals: { customer, company, person },
      } satisfies AudienceList)
    })
    .get('/:id', async (c) => {
      const audience = shown(audiences.get(c.req.param('id')))
      const now =
        audience.broken === null ? await perimeters.of(audience, { signal: c.req.raw.signal }) : null
      const versions = audiences
        .versions(audience.id)
        .map((version) => ({ ...version, words: perimeters.words(version).words }))
      return c.json({
        ...audience,
        now: now && {
          perimeter: now.perimeter,
          asOf: now.asOf,
          sql: now.sql,
          freshness: previews.freshness(membersOf(audience.definition, audience.id)),
        },
        versions,
      } satisfies AudienceView)
    })
}
