import { compress } from 'hono/compress'
import { every } from 'hono/combine'
import type { MiddlewareHandler } from 'hono'

/** Bytes from which it is worth the work. */
const WORTHWHILE = 2048
const JSON_TYPE = /^application\/json\b/

/** Only whole answers: a stream that people read as it comes must not be held back to be packed. */
const squeeze = compress({ threshold: WORTHWHILE, contentTypeFilter: JSON_TYPE })

/** Says how long a JSON answer is, which it is in memory as a whole: without that, even the shortest is packed. */
const measured: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  if (!JSON_TYPE.test(headers.get('content-type') ?? '') || headers.has('content-length')) return
  const body = await c.res.arrayBuffer()
  c.res = new Response(body, c.res)
  c.res.headers.set('content-length', String(body.byteLength))
}

/** Packs long JSON answers for clients that can unpack them. */
export const compressed: MiddlewareHandler = every(squeeze, measured)
