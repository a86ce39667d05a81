import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currencyOf } from '#kernel/money.ts'
import { writeInThread } from './export-thread.ts'
import { openExports, type TestExports } from './exports.fixture.ts'
import { PLAIN } from './options.ts'

let w: TestExports
let exportId: string
beforeAll(async () => {
  w = await openExports()
  const id = await w.segment('Canada', {
    type: 'attribute',
    field: 'country',
    op: 'equals',
    value: 'CA',
  })
  exportId = await w.confirmedOnly({
    kind: 'export',
    subject: { kind: 'segment', id },
    format: 'standard_csv',
    options: PLAIN,
  })
})
afterAll(() => w.close())

const taskIn = (name: string) => {
  const folder = join(w.path, '..', name)
  mkdirSync(folder)
  return {
    exportId,
    folder,
    base: 'canada',
    format: 'standard_csv',
    options: PLAIN,
    now: w.clock.now(),
    currency: currencyOf('USD'),
  } as const
}

test('a thread of its own writes the rows and tells how far it is', async () => {
  const told: string[] = []
  const task = taskIn('written')
  const { rows, files } = await writeInThread(w.path, task, {
    signal: new AbortController().signal,
    onProgress: (done, total) => void told.push(`${done} of ${total}`),
  })
  expect(rows).toBe(13)
  expect(told).toEqual(['13 of 13'])
  expect(readFileSync(join(task.folder, files[0]?.name ?? ''), 'utf8').split('\r\n')).toHaveLength(15)
})

test('it stops when it is told to', async () => {
  const signal = AbortSignal.abort()
  await expect(writeInThread(w.path, taskIn('stopped'), { signal, onProgress: () => {} })).rejects.toThrow(
    'The export was cancelled; nothing of it was kept',
  )
})
