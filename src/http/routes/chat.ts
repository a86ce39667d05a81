import { Hono } from 'hono'
import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { readBody } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const id = z.string().regex(/^[\w-]{1,64}$/, 'letters, digits, - and _, at most 64')
const version = z.int().exactOptional()

const said = z.object({ threadId: id.exactOptional(), id, text: z.string(), version })
const again = z.object({ threadId: id, again: z.literal(true), version })
/** The body of the AI SDK's DefaultChatTransport. The server owns the history: of `messages`, the last one of the human is new. */
const stock = z.object({
  id,
  trigger: z.enum(['submit-message', 'regenerate-message']),
  messages: z.array(
    z.object({ id, role: z.string(), parts: z.array(z.looseObject({ text: z.string().exactOptional() })) }),
  ),
})

type Asked =
  | {
      readonly kind: 'said'
      readonly threadId?: string
      readonly version?: number
      readonly messageId: string
      readonly text: string
    }
  | { readonly kind: 'again'; readonly threadId: string; readonly version?: number }

const chatRequest = z.union([
  again.transform(({ threadId, ...at }): Asked => ({ kind: 'again', threadId, ...at })),
  stock.transform(readStock),
  said.transform(({ id: messageId, ...rest }): Asked => ({ kind: 'said', messageId, ...rest })),
])

const STREAM = ['text/event-stream', 'Chunks of an AI SDK UI message'] as const
const stoppedAnswer = z.object({ stopped: z.boolean() })

/** The streamed conversation. An answer goes on when its reader leaves; whoever comes back follows it from the start. */
export const chatRoutes = ({ chat }: HttpDeps) =>
  new Hono<SignedInEnv>()
    .post(
      '/',
      about({
        does: 'Say something, or ask the last message again',
        body: { ChatRequest: chatRequest },
        media: STREAM,
      }),
      async (c) => {
        const { user } = c.get('signedIn')
        const asked = await readBody(c, chatRequest)
        if (asked.kind === 'again') return chat.askAgain({ user, ...asked })
        return chat.say({ user, ...asked })
      },
    )
    .get(
      '/:threadId/stream',
      about({
        does: 'Follow the answer that is being written, from its start; 204 when none is',
        media: STREAM,
      }),
      (c) => {
        const { user } = c.get('signedIn')
        return chat.follow(user, c.req.param('threadId')) ?? c.body(null, 204)
      },
    )
    .post(
      '/:threadId/stop',
      about({ does: 'Stop the answer that is being written', answer: { Stopped: stoppedAnswer } }),
      async (c) => {
        const { user } = c.get('signedIn')
        return c.json({ stopped: await chat.stop(user, c.req.param('threadId')) })
      },
    )

function readStock({ id: threadId, trigger, messages }: z.output<typeof stock>): Asked {
  if (trigger === 'regenerate-message') return { kind: 'again', threadId }
  const last = messages.findLast(({ role }) => role === 'user')
  if (last === undefined) {
    throw new InputError('There is no message of the human in this request', { next: 'Send one.' })
  }
  const text = last.parts.map((part) => part.text ?? '').join('')
  return { kind: 'said', threadId, messageId: last.id, text }
}
