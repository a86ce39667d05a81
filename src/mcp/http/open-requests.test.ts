import { expect, test } from 'vitest'
import { createOpenRequests } from './open-requests.ts'

const request = (signal?: AbortSignal) => new Request('http://localhost/mcp', signal && { signal })

test('a request is open until its answer was read, given up, or its client is gone', async () => {
  const requests = createOpenRequests()
  const body = () => Promise.resolve(new Response('one'))
  const read = await requests.during('a', request(), body)
  const leftOff = await requests.during('a', request(), body)
  const leaving = new AbortController()
  await requests.during('a', request(leaving.signal), body)
  expect(requests.count('a')).toBe(3)
  await read.text()
  expect(requests.count('a')).toBe(2)
  await leftOff.body?.cancel()
  leaving.abort()
  expect(requests.count('a')).toBe(0)
})

test('one without a body, or that fails, is over at once', async () => {
  const requests = createOpenRequests()
  await requests.during('a', request(), async () => new Response(null, { status: 202 }))
  await expect(requests.during('a', request(), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(requests.count('a')).toBe(0)
})
