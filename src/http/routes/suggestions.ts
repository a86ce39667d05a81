import { Hono } from 'hono'
import { z } from 'zod'
import { discoveryAnswer, suggestionsAnswer } from '../answers/profiles.ts'
import type { DiscoveryView, SuggestionsView } from '../api.ts'
import { readQuery } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const outcome = z.string().max(100).exactOptional()
const profileSchema = z.object({ profile: z.string().min(1), outcome })
const discoverSchema = z.object({ entity: z.enum(['company', 'customer']), outcome })

/** What outcomes say about whom to look for: some seconds of reading, which end when nobody waits any more. */
export const suggestionRoutes = ({ services: { suggestions, profiles } }: Pick<HttpDeps, 'services'>) =>
  new Hono<SignedInEnv>()
    .get(
      '/',
      about({
        does: 'What outcomes say would make a profile better',
        query: profileSchema,
        answer: { SuggestionsView: suggestionsAnswer },
      }),
      async (c) => {
        const { profile: named, ...asked } = readQuery(c, profileSchema, 'Nothing says for which profile')
        const outcomes = [...suggestions.outcomes(profiles.get(named).entity)]
        const { profile: _profile, ...found } = await suggestions.forProfile(named, {
          ...asked,
          signal: c.req.raw.signal,
        })
        return c.json({ ...found, outcomes } satisfies SuggestionsView)
      },
    )
    .get(
      '/discover',
      about({
        does: 'Whole ICPs found in outcomes',
        query: discoverSchema,
        answer: { DiscoveryView: discoveryAnswer },
      }),
      async (c) => {
        const { entity, ...asked } = readQuery(c, discoverSchema, 'Nothing says of whom')
        const found = await suggestions.discover(entity, { ...asked, signal: c.req.raw.signal })
        return c.json({ ...found, outcomes: [...suggestions.outcomes(entity)] } satisfies DiscoveryView)
      },
    )
