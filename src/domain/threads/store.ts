import { query, type Writer } from '#db/run.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import type { Operation, WriteContext } from '../writer/operation.ts'
import type { Owner } from './read.ts'
import type { StoredMessage } from './schema.ts'

const TITLE_LENGTH = 80

/** Names the version that the writer has read; without one, only the server's own order counts. */
interface Expected {
  readonly threadId: string
  readonly owner: Owner
  readonly version?: number | undefined
}

/**
 * Stores what a human said, before anybody is asked for an answer. Starts the conversation when there is none
 * with this id.
 */
export const storeUserMessage: Operation<
  Expected & { readonly message: StoredMessage; readonly title: string },
  { readonly version: number }
> = (ctx, { message, title, ...expected }) =>
  ctx.writer.transaction(() => {
    startThread(ctx, expected, title)
    refuseTwice(ctx.writer, expected.threadId, message.id)
    const version = raise(ctx, expected)
    insert(ctx, expected.threadId, message)
    return { version }
  })

/** Stores an answer, whole or partial. It is appended, so it can never overwrite what another tab stored. */
export const storeAnswer: Operation<
  { readonly threadId: string; readonly owner: Owner; readonly message: StoredMessage },
  { readonly version: number }
> = (ctx, { message, ...expected }) =>
  ctx.writer.transaction(() => {
    const version = raise(ctx, expected)
    insert(ctx, expected.threadId, { ...message, metadata: { threadId: expected.threadId, version } })
    return { version }
  })

/** Removes the answers after the last thing the human said, so that it can be asked again. */
export const dropLastAnswer: Operation<Expected, { readonly version: number }> = (ctx, expected) =>
  ctx.writer.transaction(() => {
    const version = raise(ctx, expected)
    const last = query
      .selectFrom('messages')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('thread_id', '=', expected.threadId)
      .where('role', '=', 'user')
    const asked = ctx.writer.get(last)
    if (asked === undefined || asked.seq === null) {
      throw new InputError('Nothing was asked in this conversation yet', { next: 'Send a message first.' })
    }
    ctx.writer.run(
      query.deleteFrom('messages').where('thread_id', '=', expected.threadId).where('seq', '>', asked.seq),
    )
    return { version }
  })

export const renameThread: Operation<Expected & { readonly title: string }, { readonly version: number }> = (
  ctx,
  { title, ...expected },
) => {
  const trimmed = shorten(title)
  if (trimmed === '') {
    throw new InputError('A conversation needs a title', { next: 'Give it a few words.', path: ['title'] })
  }
  return ctx.writer.transaction(() => {
    const version = raise(ctx, expected)
    ctx.writer.run(query.updateTable('threads').set({ title: trimmed }).where('id', '=', expected.threadId))
    return { version }
  })
}

/** Takes a conversation out of the list. Its messages stay stored. */
export const deleteThread: Operation<Expected, null> = (ctx, expected) => {
  ctx.writer.transaction(() => {
    raise(ctx, expected)
    ctx.writer.run(
      query.updateTable('threads').set({ deleted_at: ctx.clock.now() }).where('id', '=', expected.threadId),
    )
  })
  return null
}

/** Compare and set: the one place where a thread's version rises. */
function raise({ writer, clock }: WriteContext, { threadId, owner, version }: Expected): number {
  const thread = writer.get(
    query
      .selectFrom('threads')
      .select('version')
      .where('id', '=', threadId)
      .where('user_id', 'is', owner)
      .where('deleted_at', 'is', null),
  )
  if (thread === undefined) {
    throw new NotFoundError('This conversation does not exist (any more)', { next: 'Start a new one.' })
  }
  if (version !== undefined && version !== thread.version) {
    throw new ConflictError('This conversation went on in another tab', {
      next: 'Load it again to see what was added, then send your message.',
    })
  }
  const raised = thread.version + 1
  writer.run(
    query.updateTable('threads').set({ version: raised, updated_at: clock.now() }).where('id', '=', threadId),
  )
  return raised
}

function startThread({ writer, clock }: WriteContext, { threadId, owner }: Expected, title: string): void {
  const now = clock.now()
  writer.run(
    query
      .insertInto('threads')
      .values({
        id: threadId,
        user_id: owner,
        title: shorten(title),
        version: 0,
        created_at: now,
        updated_at: now,
        deleted_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing()),
  )
}

function refuseTwice(writer: Writer, threadId: string, messageId: string): void {
  const stored = writer.get(
    query.selectFrom('messages').select('id').where('thread_id', '=', threadId).where('id', '=', messageId),
  )
  if (stored === undefined) return
  throw new ConflictError('This message has already arrived', {
    next: 'Load the conversation again to see its answer.',
  })
}

function insert({ writer, clock }: WriteContext, threadId: string, message: StoredMessage): void {
  const last = writer.get(
    query
      .selectFrom('messages')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .where('thread_id', '=', threadId),
  )
  writer.run(
    query.insertInto('messages').values({
      thread_id: threadId,
      seq: (last?.seq ?? 0) + 1,
      id: message.id,
      role: message.role,
      parts: JSON.stringify(message.parts),
      metadata: message.metadata === null ? null : JSON.stringify(message.metadata),
      created_at: clock.now(),
    }),
  )
}

function shorten(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH - 1)}…` : line
}
