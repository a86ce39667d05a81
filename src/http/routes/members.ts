import { Hono } from 'hono'
import { z } from 'zod'
import { DIRECTIONS, SORTS } from '#domain/browsing/shown.ts'
import { shownWhy } from '#domain/explanations/shown-why.ts'
import { whySchema as whyAnswer } from '#domain/explanations/shown.ts'
import { customerPageAnswer, customersFoundAnswer, geographyAnswer } from '../answers/segments.ts'
import type { CustomersFound, Why } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { masksFor } from '../guards/role.ts'
import { about } from '../openapi/about.ts'

const listSchema = z.object({
  sort: z.enum(SORTS).default('spent'),
  direction: z.enum(DIRECTIONS).default('desc'),
  search: z.string().default(''),
  cursor: z.string().max(2000).exactOptional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
})
const whySchema = z.object({ customer: z.string().trim().min(1).max(300) })
const findSchema = z.object({ search: z.string() })

/** Who is in a segment, where they are, and why. Where the same path is asked again, pages come from one list. */
export const memberRoutes = ({ services: { explanations, insights, segments }, browsing }: HttpDeps) =>
  new Hono<SignedInEnv>()
    .get(
      '/segments/:id/customers',
      about({
        does: 'Who is in a segment, page by page',
        query: listSchema,
        answer: { CustomerPage: customerPageAnswer },
      }),
      async (c) => {
        const { limit, ...list } = readQuery(c, listSchema, 'This list can’t be made')
        const masked = masksFor(c.get('signedIn').user)
        const options = { ...list, most: limit, masked, signal: c.req.raw.signal }
        return c.json(await browsing.customers(c.req.param('id'), options))
      },
    )
    .get(
      '/segments/:id/geography',
      about({ does: 'Where they are', answer: { Geography: geographyAnswer } }),
      async (c) => {
        const segment = segments.get(c.req.param('id')).id
        return c.json(await insights.geography({ segment }, c.req.raw.signal))
      },
    )
    .get(
      '/segments/:id/why',
      about({
        does: 'Why a customer is, or is not, in a segment',
        query: whySchema,
        answer: { Why: whyAnswer },
      }),
      async (c) => {
        const { customer } = readQuery(c, whySchema, 'Nobody can be explained')
        const segment = segments.get(c.req.param('id')).id
        const { signal } = c.req.raw
        const why = shownWhy(await explanations.one(customer, { segment }, { signal }))
        const masked = masksFor(c.get('signedIn').user)
        const rows = masked ? [] : await browsing.find(why.customer.id, { masked, signal })
        const { name, email } = rows.find(({ id }) => id === why.customer.id) ?? why.customer
        return c.json({ ...why, customer: { id: why.customer.id, name, email } } satisfies Why)
      },
    )
    .get(
      '/customers',
      about({
        does: 'Find customers by name, address or id',
        query: findSchema,
        answer: { CustomersFound: customersFoundAnswer },
      }),
      async (c) => {
        const { search } = readQuery(c, findSchema, 'This search can’t be made')
        const masked = masksFor(c.get('signedIn').user)
        const customers = await browsing.find(search, { masked, signal: c.req.raw.signal })
        return c.json({ customers, masked } satisfies CustomersFound)
      },
    )
