import { z } from 'zod'
import { ENTITIES } from '../entities/entity.ts'

/** What changed by itself since some time, as surfaces show it. */

const count = z.int().min(0)
const who = z.object({
  entity: z.enum(ENTITIES),
  /** As imported. */
  id: z.string(),
  /** Empty where nobody knows. */
  name: z.string(),
  /** What they are: `VP Sales at Alpha Labs, Berlin`. */
  about: z.string(),
})

/** Where a record stands: the profiles that it has as its best ones, and what it scores there. */
const place = z.object({
  icp: z.string(),
  icpScore: count,
  persona: z.string().nullable(),
  personaScore: count.nullable(),
})

export const movedSchema = z.object({
  /** ISO 8601, as all times here. */
  since: z.string(),
  signals: z.object({
    /** That came since, whenever they happened. */
    total: count,
    /** Those with the most of them first. */
    about: z.array(
      who.extend({
        count,
        /** The latest. */
        latest: z.array(z.object({ type: z.string(), topic: z.string().nullable(), at: z.string() })),
      }),
    ),
    /** How many there are besides those. */
    more: count,
    /** All that wait for companies or people who are not known yet. */
    waiting: count,
  }),
  scores: z.object({
    /** Scorings in which scores moved, newest first; of one cause together. */
    changes: z.array(
      z.object({ entity: z.enum(ENTITIES), cause: z.string(), changed: count, at: z.string() }),
    ),
    /** Newest first. Null where no ICP fitted, or fits. */
    moves: z.array(
      who.extend({ at: z.string(), cause: z.string(), before: place.nullable(), after: place.nullable() }),
    ),
    more: count,
  }),
  /** Newest first: counts in which somebody came or went. */
  audiences: z.array(
    z.object({
      audienceId: z.string(),
      name: z.string(),
      entity: z.enum(ENTITIES),
      at: z.string(),
      cause: z.string(),
      members: count,
      entered: count,
      left: count,
    }),
  ),
})
export type Moved = z.infer<typeof movedSchema>
export type MovedRecord = Moved['scores']['moves'][number]
