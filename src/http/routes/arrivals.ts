import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { WriteKey } from '#domain/arrivals/key-schema.ts'
import {
  LARGEST_BATCH,
  LARGEST_MESSAGE,
  type Message,
  MESSAGE_KINDS,
  readMessage,
  type Reading,
  slowBy,
} from '#domain/arrivals/message.ts'
import { findWriteKey } from '#domain/arrivals/read-keys.ts'
import { InputError } from '#kernel/errors.ts'
import { oneATurn } from '#kernel/turns.ts'
import { arrivalsAnswer } from '../answers/doings.ts'
import type { ArrivalsReceipt } from '../api.ts'
import { readBody } from '../body.ts'
import type { HttpDeps } from '../deps.ts'
import { noStore } from '../guards/headers.ts'
import { pagesMaySend } from '../guards/origin.ts'
import { RefusedError } from '../errors.ts'
import { about } from '../openapi/about.ts'

const keyed = z.looseObject({ writeKey: z.string().optional() })
const batched = z.looseObject({
  writeKey: z.string().optional(),
  batch: z.array(z.unknown()).min(1),
})

/** Messages of other programs, as Segment’s HTTP API takes them: people, companies or customers, and what they do. */
export function arrivalRoutes({
  services: { reader, clock, ids },
  arrivals,
}: Pick<HttpDeps, 'services' | 'arrivals'>) {
  const routes = new Hono()
  // A fleet of senders sends all at once, when what it sent before was acknowledged; a batch takes some milliseconds.
  const turn = oneATurn()
  for (const path of [...MESSAGE_KINDS, 'batch']) routes.use(`/${path}`, noStore, pagesMaySend)
  for (const kind of MESSAGE_KINDS) {
    routes.post(
      `/${kind}`,
      about({
        does: `Take a message: ${kind}`,
        body: { Message: keyed },
        answer: { ArrivalsReceipt: arrivalsAnswer },
      }),
      atMost(LARGEST_MESSAGE, '32 KB'),
      async (c) => {
        const body = await readBody(c, keyed)
        return c.json(await receive(keyOf(c, body.writeKey), [body], { kind, bytes: 0 }))
      },
    )
  }
  return routes.post(
    '/batch',
    about({
      does: 'Take many messages: the good ones are kept, the bad ones named',
      body: { Batch: batched },
      answer: { ArrivalsReceipt: arrivalsAnswer },
    }),
    atMost(LARGEST_BATCH, '500 KB'),
    async (c) => {
      const body = await readBody(c, batched)
      const bytes = Number(c.req.header('content-length') ?? LARGEST_BATCH)
      return c.json(await receive(keyOf(c, body.writeKey), body.batch, { sentAt: body.sentAt, bytes }))
    },
  )

  async function receive(
    key: WriteKey,
    raw: readonly unknown[],
    { sentAt, ...said }: Pick<Reading, 'kind' | 'bytes'> & { readonly sentAt?: unknown },
  ): Promise<ArrivalsReceipt> {
    await turn()
    const now = clock.now()
    const reading = { now, newId: () => ids.next('msg'), slow: slowBy(sentAt, now), ...said }
    const read = raw.map((one) => readMessage(one, reading))
    const good: { readonly index: number; readonly message: Message }[] = []
    const rejected: ArrivalsReceipt['rejected'][number][] = []
    for (const [index, one] of read.entries()) {
      if ('message' in one) good.push({ index, message: one.message })
      else rejected.push({ index, messageId: idOf(raw[index]), problem: one.problem })
    }
    if (good.length === 0) throw refused(rejected)
    const received = await arrivals.receive(
      key,
      good.map(({ message }) => message),
    )
    for (const { index, ...one } of received.rejected) {
      rejected.push({ ...one, index: good[index]?.index ?? index })
    }
    if (rejected.length === raw.length) throw refused(rejected)
    return { success: true, ...received, rejected: rejected.toSorted((a, b) => a.index - b.index) }
  }

  /** By `authorization: Basic` with the key for a name, or else in the body. */
  function keyOf(c: Context, inBody: string | undefined): WriteKey {
    const header = c.req.header('authorization')
    const basic = header?.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString() : undefined
    const shown = basic?.split(':')[0] || inBody
    const key = shown === undefined ? undefined : findWriteKey(reader, shown)
    if (key !== undefined) return key
    throw new RefusedError(
      401,
      shown === undefined ? 'A write key is required' : 'This is no write key that is valid',
      'Send `authorization: Basic base64(<key>:)`, or `writeKey` in the body; `muster write-keys add` makes one.',
    )
  }
}

/** Segment’s clients take 400 for what will never fit. */
const atMost = (maxSize: number, said: string) =>
  bodyLimit({
    maxSize,
    onError() {
      throw new InputError(`The request is larger than ${said}`, {
        next: 'Send smaller messages: at most 32 KB each and 500 KB in a batch.',
      })
    },
  })

function refused(rejected: ArrivalsReceipt['rejected']): InputError {
  const [first] = rejected
  const problems = rejected.map(({ index, problem }) => `message ${index + 1}: ${problem}`)
  return new InputError(
    rejected.length === 1
      ? `This message can’t be taken: ${first?.problem}`
      : `None of these messages can be taken: ${problems.slice(0, 10).join('; ')}`,
    { next: 'Mend it and send it again: nothing was kept.' },
  )
}

const idOf = (raw: unknown): string | null =>
  z.looseObject({ messageId: z.string() }).safeParse(raw).data?.messageId ?? null
