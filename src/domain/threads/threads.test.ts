import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenWriter, openReader, openWriter } from '#db/open.ts'
import { ConflictError, InputError, NotFoundError } from '#kernel/errors.ts'
import { countingIds } from '#kernel/ids.ts'
import type { WriteContext } from '../writer/operation.ts'
import { findThread, listThreads, threadMessages } from './read.ts'
import type { StoredMessage } from './schema.ts'
import { deleteThread, dropLastAnswer, renameThread, storeAnswer, storeUserMessage } from './store.ts'

let folder: string
let writer: OpenWriter
let ctx: WriteContext
let now: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-threads-'))
  writer = openWriter(join(folder, 'muster.db'))
  now = 1_760_000_000
  ctx = { writer, clock: { now: () => now++ }, ids: countingIds(), progress: () => undefined }
})
afterEach(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

const message = (id: string, role: 'user' | 'assistant', text: string): StoredMessage => ({
  id,
  role,
  parts: [{ type: 'text', text }],
  metadata: null,
})
const t1 = { threadId: 't1', owner: 'ada' }
const say = async (threadId: string, id: string, text: string, version?: number) =>
  storeUserMessage(ctx, { threadId, owner: 'ada', version, message: message(id, 'user', text), title: text })
const ids = (threadId: string) => threadMessages(writer, threadId).map(({ id }) => id)

test('a conversation keeps its messages in order, also after a restart', async () => {
  await say('t1', 'm1', 'customers in France')
  await storeAnswer(ctx, { ...t1, message: message('m2', 'assistant', '120 customers') })
  await say('t1', 'm3', 'now only Paris', 2)
  writer.close()
  const reader = openReader(join(folder, 'muster.db'))
  expect(findThread(reader, 't1', 'ada')).toMatchObject({ title: 'customers in France', version: 3 })
  expect(threadMessages(reader, 't1').map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
  expect(threadMessages(reader, 't1')[1]?.metadata).toEqual({ threadId: 't1', version: 2 })
  reader.close()
  writer = openWriter(join(folder, 'muster.db'))
})

test('of two tabs that know the same version, one wins and nothing is overwritten', async () => {
  await say('t1', 'm1', 'hello')
  await say('t1', 'a', 'from the one tab', 1)
  await expect(say('t1', 'b', 'from the other', 1)).rejects.toThrow(ConflictError)
  expect(ids('t1')).toEqual(['m1', 'a'])
})

test('the same message twice is stored once', async () => {
  await say('t1', 'm1', 'hello')
  await expect(say('t1', 'm1', 'hello')).rejects.toThrow('already arrived')
  expect(findThread(writer, 't1', 'ada').version).toBe(1)
})

test('conversations are their owner’s alone', async () => {
  await say('t1', 'm1', 'hello')
  expect(listThreads(writer, { owner: 'bo' })).toEqual([])
  expect(listThreads(writer, { owner: null })).toEqual([])
  expect(() => findThread(writer, 't1', 'bo')).toThrow(NotFoundError)
  const theirs = { threadId: 't1', owner: 'bo' }
  expect(() => storeAnswer(ctx, { ...theirs, message: message('x', 'assistant', 'x') })).toThrow(
    NotFoundError,
  )
  expect(() => renameThread(ctx, { ...theirs, title: 'mine now' })).toThrow(NotFoundError)
  expect(() => storeUserMessage(ctx, { ...theirs, message: message('x', 'user', 'x'), title: 'x' })).toThrow(
    NotFoundError,
  )
})

test('they are found by title and by what was said, whatever the case', async () => {
  await say('t1', 'm1', 'Kunden aus KÖLN')
  await say('t2', 'm1', 'big spenders')
  await storeAnswer(ctx, { threadId: 't2', owner: 'ada', message: message('m2', 'assistant', 'Köln?') })
  await renameThread(ctx, { ...t1, title: '  Rhineland \n friends ' })
  const found = (search: string) => listThreads(writer, { owner: 'ada', search }).map(({ id }) => id)
  expect(found('köln')).toEqual(['t1'])
  expect(found('rhineland friends')).toEqual(['t1'])
  expect(found('')).toEqual(['t1', 't2'])
  expect(() => renameThread(ctx, { ...t1, title: '  ' })).toThrow(InputError)
})

test('a deleted one is gone from everywhere and can’t be written to', async () => {
  await say('t1', 'm1', 'hello')
  await deleteThread(ctx, t1)
  expect(listThreads(writer, { owner: 'ada' })).toEqual([])
  expect(() => findThread(writer, 't1', 'ada')).toThrow(NotFoundError)
  await expect(say('t1', 'm2', 'again')).rejects.toThrow(NotFoundError)
})

test('asking again drops the answers after the last question and nothing else', async () => {
  await say('t1', 'm1', 'one')
  await storeAnswer(ctx, { ...t1, message: message('m2', 'assistant', 'first') })
  await say('t1', 'm3', 'two')
  await storeAnswer(ctx, { ...t1, message: message('m4', 'assistant', 'second') })
  await dropLastAnswer(ctx, { ...t1, version: 4 })
  expect(ids('t1')).toEqual(['m1', 'm2', 'm3'])
  expect(() => dropLastAnswer(ctx, { ...t1, version: 4 })).toThrow(ConflictError)
})
