import { Hono } from 'hono'
import { z } from 'zod'
import { findThread, listThreads, threadMessages } from '#domain/threads/read.ts'
import type { RenameThread, ThreadView } from '../api.ts'
import { readBody } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'

const renameSchema: z.ZodType<RenameThread> = z.object({
  title: z.string(),
  version: z.int().exactOptional(),
})

/** The signed-in human's own conversations. */
export const threadRoutes = ({ services: { reader }, writer, chat }: HttpDeps) =>
  new Hono<SignedInEnv>()
    .get('/', (c) => {
      const owner = c.get('signedIn').user.id
      return c.json({ threads: listThreads(reader, { owner, search: c.req.query('search') }) })
    })
    .get('/:id', (c) => {
      const { user } = c.get('signedIn')
      const id = c.req.param('id')
      const view = reader.snapshot((): ThreadView => {
        const thread = findThread(reader, id, user.id)
        return { thread, messages: threadMessages(reader, id), answering: chat.isAnswering(user, id) }
      })
      return c.json(view)
    })
    .patch('/:id', async (c) => {
      const owner = c.get('signedIn').user.id
      const threadId = c.req.param('id')
      await writer.call('renameThread', { threadId, owner, ...(await readBody(c, renameSchema)) })
      return c.json(findThread(reader, threadId, owner))
    })
    .delete('/:id', async (c) => {
      const { user } = c.get('signedIn')
      const threadId = c.req.param('id')
      await chat.stop(user, threadId)
      await writer.call('deleteThread', { threadId, owner: user.id })
      return c.body(null, 204)
    })
