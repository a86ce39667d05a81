import type { MiddlewareHandler } from 'hono'
import type { z } from 'zod'

/** A schema under the name that api.ts has for it: `{ SegmentView: segmentViewSchema }`. */
export type Named = Readonly<Record<string, z.ZodType>>

/** What /openapi.json says of a route. */
export interface About {
  /** What it does, in a few words. */
  readonly does: string
  /** What follows the `?`, in the parts that it is read in; a union where there are several ways to ask. */
  readonly query?: z.ZodType | readonly z.ZodType[]
  /** The JSON that is sent along, under its one name. */
  readonly body?: Named
  /** The JSON that is answered, under its one name. Without it and `media`, nothing is answered, with 204. */
  readonly answer?: Named
  /** What is answered instead of one JSON: its type, what it is, and what each line of it is. */
  readonly media?: readonly [type: string, is: string, line?: Named]
  /** Of the answer, where it is not 200. */
  readonly status?: 201
}

const abouts = new WeakMap<object, About>()

/**
 * Describes the route that it stands in; it lets every request through.
 * @example new Hono().get('/:id', about({ does: 'One segment', answer: { SegmentView: segmentView } }), (c) => …)
 */
export function about(said: About): MiddlewareHandler {
  const through: MiddlewareHandler = (_, next) => next()
  abouts.set(through, said)
  return through
}

/** What was said of a route, if this handler is the one that says it. */
export const aboutOf = (handler: object): About | undefined => abouts.get(handler)
