import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { announceServer, findServer } from './presence.ts'

let folder: string
let database: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-presence-'))
  database = join(folder, 'muster.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A server whose /healthz answers with `status`. */
async function serving(status: number, body: (listens: string) => Promise<void>) {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? status : 404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It listens on no port')
  try {
    await body(`http://127.0.0.1:${address.port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

describe('a running server', () => {
  test('is found while it answers, and not after it took its file back', () =>
    serving(200, async (listens) => {
      const withdraw = await announceServer(database, { url: 'https://muster.example', listens })
      expect(await findServer(database)).toEqual({
        pid: process.pid,
        url: 'https://muster.example',
        listens,
      })
      expect(statSync(`${database}.server.json`).mode & 0o077).toBe(0)
      await withdraw()
      expect(await findServer(database)).toBeUndefined()
      expect(existsSync(`${database}.server.json`)).toBe(false)
    }))

  test('does not take back the file of a newer one', () =>
    serving(200, async (listens) => {
      const withdraw = await announceServer(database, { url: listens, listens: 'http://127.0.0.1:1' })
      await announceServer(database, { url: listens, listens })
      await withdraw()
      expect((await findServer(database))?.listens).toBe(listens)
    }))

  test('that answers with an error counts as none', () =>
    serving(503, async (listens) => {
      await announceServer(database, { url: listens, listens })
      expect(await findServer(database)).toBeUndefined()
    }))
})

describe('what a crash left behind names no server', () => {
  test.for([
    ['no file', undefined],
    ['half a file', '{"pid":'],
    ['another shape', '{"pid":"1","url":"x"}'],
    ['a link that is no web page', '{"pid":1,"url":"javascript:1","listens":"http://127.0.0.1:1"}'],
    // Linux numbers processes up to 2^22.
    ['a process that is gone', '{"pid":4194999,"url":"http://127.0.0.1:1","listens":"http://127.0.0.1:1"}'],
    [
      'a port that is closed',
      `{"pid":${process.pid},"url":"http://127.0.0.1:1","listens":"http://127.0.0.1:1"}`,
    ],
  ] as const)('%s', async ([, text]) => {
    if (text !== undefined) writeFileSync(`${database}.server.json`, text)
    expect(await findServer(database)).toBeUndefined()
  })
})
