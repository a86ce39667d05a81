import { expect, test } from 'vitest'
import { LARGEST_REQUEST, readJson } from './read-body.ts'

const request = (body: string | ReadableStream, type = 'application/json') =>
  new Request('http://localhost/mcp', {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    duplex: 'half',
  })

/** What comes in pieces, as from a client that does not say how much it will be. */
const inPieces = (...pieces: readonly string[]) =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      controller.close()
    },
  })

const statusOf = (read: Awaited<ReturnType<typeof readJson>>) =>
  'refused' in read ? read.refused.status : 200

test('a request that never comes to its end is given up, and its connection with it', async () => {
  const begun = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"jsonrpc":')),
  })
  const read = await readJson(request(begun), 20)
  expect(statusOf(read)).toBe(408)
  if (!('refused' in read)) throw new Error('It was taken')
  expect(read.refused.headers.get('connection')).toBe('close')
  expect(await read.refused.json()).toMatchObject({
    error: { message: 'The request did not come to its end. Send it again, all at once.' },
  })
})

test('pieces are put together, and counted: the size that a client says is not needed', async () => {
  expect(await readJson(request(inPieces('{"a"', ':1}')))).toEqual({ body: { a: 1 } })
  const piece = 'x'.repeat(LARGEST_REQUEST / 4)
  expect(statusOf(await readJson(request(inPieces('"', piece, piece, piece, piece, '"'))))).toBe(413)
})

test('only JSON is read', async () => {
  expect(statusOf(await readJson(request('{}', 'text/plain')))).toBe(415)
  expect(statusOf(await readJson(request('{')))).toBe(400)
  expect(statusOf(await readJson(request('{}', 'application/json; charset=utf-8')))).toBe(200)
})
