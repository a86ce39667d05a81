import { Hono } from 'hono'
import type { Audience } from '#domain/audiences/schema.ts'
import { membersOf } from '#domain/audiences/steps.ts'
import type { Entity } from '#domain/entities/entity.ts'
import { count } from '#domain/members/bitset.ts'
import { toMinute } from '#kernel/clock.ts'
import { audienceListAnswer, audienceViewAnswer } from '../answers/definitions.ts'
import type { AudienceList, AudienceView } from '../api.ts'
import { readQuery, searchSchema } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

/** Audiences, for looking. */
export const audienceRoutes = ({ services }: Pick<HttpDeps, 'services'>) => {
  const { members, clock, audiences, perimeters, previews } = services
  const shown = (audience: Audience) => ({ ...audience, ...perimeters.words(audience) })
  return new Hono<SignedInEnv>()
    .get(
      '/',
      about({ does: 'Audiences', query: searchSchema, answer: { AudienceList: audienceListAnswer } }),
      async (c) => {
        const search = readQuery(c, searchSchema, 'This list can’t be made')
        const options = { asOf: toMinute(clock.now()), signal: c.req.raw.signal }
        const totalOf = async (entity: Entity) => count((await members.everyone(options, entity)).bits)
        const [customer, company, person] = await Promise.all([
          totalOf('customer'),
          totalOf('company'),
          totalOf('person'),
        ])
        return c.json({
          audiences: audiences.list(search).map(shown),
          totals: { customer, company, person },
        } satisfies AudienceList)
      },
    )
    .get(
      '/:id',
      about({
        does: 'One audience by id or name, counted now',
        answer: { AudienceView: audienceViewAnswer },
      }),
      async (c) => {
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
            freshness: previews.freshness()(membersOf(audience.definition, audience.id)),
          },
          versions,
        } satisfies AudienceView)
      },
    )
}
