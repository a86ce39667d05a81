import { Hono } from 'hono'
import { z } from 'zod'
import { findThread, listThreads, threadMessages } from '#domain/threads/read.ts'
import { threadAnswer, threadsAnswer, threadViewAnswer } from '../answers/people.ts'
import type { RenameThread, ThreadView } from '../api.ts'
import { readBody, readQuery, searchSchema } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { about } from '../openapi/about.ts'

const renameSchema: z.ZodType<RenameThread> = z.object({
  title: z.string(),
  version: z.int().exactOptional(),
})

/** The signed-in human's own conversations. */
export const threadRoutes = ({ services: { reader }, writer, chat }: HttpDeps) =>
  new Hono<SignedInEnv>()
    .get(
      '/',
      about({ does: 'Your conversations', query: searchSchema, answer: { ThreadList: threadsAnswer } }),
      (c) => {
        const owner = c.get('signedIn').user.id
        return c.json({
          threads: listThreads(reader, { owner, ...readQuery(c, searchSchema, 'This list can’t be made') }),
        })
      },
    )
    .get('/:id', about({ does: 'One conversation', answer: { ThreadView: threadViewAnswer } }), (c) => {
      const { user } = c.get('signedIn')
      const id = c.req.param('id')
      const view = reader.snapshot((): ThreadView => {
        const thread = findThread(reader, id, user.id)
        return { thread, messages: threadMessages(reader, id), answering: chat.isAnswering(user, id) }
      })
      return c.json(view)
    })
    .patch(
      '/:id',
      about({
        does: 'Rename a conversation',
        body: { RenameThread: renameSchema },
        answer: { Thread: threadAnswer },
      }),
      async (c) => {
        const owner = c.get('signedIn').user.id
        const threadId = c.req.param('id')
        await writer.call('renameThread', { threadId, owner, ...(await readBody(c, renameSchema)) })
        return c.json(findThread(reader, threadId, owner))
      },
    )
    .delete('/:id', about({ does: 'Delete a conversation' }), async (c) => {
      const { user } = c.get('signedIn')
      const threadId = c.req.param('id')
      await chat.stop(user, threadId)
      await writer.call('deleteThread', { threadId, owner: user.id })
      return c.body(null, 204)
    })
