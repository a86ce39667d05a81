import { type Selectable, sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { ThreadsTable } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { StoredMessage, Thread } from './schema.ts'

/** Whose conversations: a user's own, or those of a surface whose human has not signed in. */
export type Owner = string | null

const LISTED = 200

/** The owner's conversations, the latest first. `search` looks into titles and what the human said. */
export function listThreads(
  reader: Reader,
  { owner, search }: { readonly owner: Owner; readonly search?: string | undefined },
): readonly Thread[] {
  const mine = query
    .selectFrom('threads')
    .selectAll()
    .where('user_id', 'is', owner)
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy(sql`rowid`, 'desc')
  const wanted = foldText(search ?? '')
  if (wanted === '') return reader.all(mine.limit(LISTED)).map(toThread)
  // Texts are folded here, as everywhere else in Muster: SQLite's own lower() knows ASCII only.
  const said = threadsSaying(reader, owner, wanted)
  return reader
    .all(mine)
    .filter(({ id, title }) => foldText(title).includes(wanted) || said.has(id))
    .slice(0, LISTED)
    .map(toThread)
}

/** Throws NotFoundError, also for somebody else's conversation. */
export function findThread(reader: Reader, id: string, owner: Owner): Thread {
  const row = reader.get(
    query
      .selectFrom('threads')
      .selectAll()
      .where('id', '=', id)
      .where('user_id', 'is', owner)
      .where('deleted_at', 'is', null),
  )
  if (row === undefined) {
    throw new NotFoundError('This conversation does not exist (any more)', {
      next: 'Open another one, or start a new one.',
    })
  }
  return toThread(row)
}

export const threadMessages = (reader: Reader, threadId: string): readonly StoredMessage[] =>
  reader
    .all(query.selectFrom('messages').selectAll().where('thread_id', '=', threadId).orderBy('seq'))
    .map(({ id, role, parts, metadata }) => ({
      id,
      role,
      parts: JSON.parse(parts),
      metadata: metadata === null ? null : JSON.parse(metadata),
    }))

function threadsSaying(reader: Reader, owner: Owner, wanted: string): ReadonlySet<string> {
  const said = reader.all(
    query
      .selectFrom('messages')
      .innerJoin('threads', 'threads.id', 'messages.thread_id')
      .select(['messages.thread_id', 'messages.parts'])
      .where('threads.user_id', 'is', owner)
      .where('messages.role', '=', 'user'),
  )
  return new Set(said.filter(({ parts }) => foldText(spoken(parts)).includes(wanted)).map((m) => m.thread_id))
}

/** The text in the parts of a stored message. */
function spoken(parts: string): string {
  const list: readonly unknown[] = JSON.parse(parts)
  return list
    .map((part) =>
      part !== null && typeof part === 'object' && 'text' in part && typeof part.text === 'string'
        ? part.text
        : '',
    )
    .join(' ')
}

const toThread = (row: Selectable<ThreadsTable>): Thread => ({
  id: row.id,
  title: row.title,
  version: row.version,
  createdAt: toIso(row.created_at),
  updatedAt: toIso(row.updated_at),
})
