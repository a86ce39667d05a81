import { expect, test } from 'vitest'
import { performInThread } from './in-thread.ts'
import { plant } from './planted.fixture.ts'
import { perform, type Work } from './work.ts'

test('a thread comes to the same, and ends when nobody waits any more', async () => {
  const work: Work = { kind: 'search', examined: { ...plant(1, { size: 600 }), parameters: [] } }
  expect(await performInThread(work, undefined)).toEqual(perform(work))
  const leaving = new AbortController()
  const answer = performInThread(work, leaving.signal)
  leaving.abort()
  await expect(answer).rejects.toMatchObject({ code: 'limit' })
})
