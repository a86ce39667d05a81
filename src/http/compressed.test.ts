import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressed } from './compressed.ts'
import { webRoutes } from './routes/web.ts'

const SCRIPT = 'export const map = "land and sea";'.repeat(100)
const ROWS = Array.from({ length: 500 }, (_, id) => ({ id, name: `Segment ${id}` }))
let webRoot: string
let app: Hono

beforeAll(() => {
  webRoot = mkdtempSync(join(tmpdir(), 'muster-packed-'))
  mkdirSync(join(webRoot, 'assets'))
  const path = join(webRoot, 'assets/map-1a2b.js')
  writeFileSync(path, SCRIPT)
  writeFileSync(`${path}.br`, brotliCompressSync(SCRIPT))
  writeFileSync(`${path}.gz`, gzipSync(SCRIPT))
  const api = new Hono()
    .use(compressed)
    .get('/long', (c) => c.json(ROWS))
    .get('/short', (c) => c.json({ ok: true }))
    .get('/none', (c) => c.body(null, 204))
    .get('/stream', (c) => c.body(endless(), 200, { 'content-type': 'text/event-stream' }))
  app = new Hono().route('/api', api).route('/', webRoutes({ webRoot }))
})
afterAll(() => rmSync(webRoot, { recursive: true }))

/** One event, and then nothing for as long as anybody waits. */
const endless = () =>
  new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('data: first\n\n')) })

const get = (path: string, encodings = 'gzip, deflate, br') =>
  app.request(path, { headers: { 'accept-encoding': encodings } })

test.for([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['', null, (bytes: Buffer) => bytes],
] as const)('built files go out as they were packed: to “%s” as %s', async ([accepted, sent, unpack]) => {
  const response = await get('/assets/map-1a2b.js', accepted)
  expect(response.headers.get('content-encoding')).toBe(sent)
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(response.headers.get('vary')).toBe('Accept-Encoding')
  expect(response.headers.get('cache-control')).toContain('immutable')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
  expect(unpack(bytes).toString()).toBe(SCRIPT)
})

test('long answers are packed for who can unpack them', async () => {
  const packed = await get('/api/long')
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('vary')).toBe('Accept-Encoding')
  const bytes = Buffer.from(await packed.arrayBuffer())
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(ROWS)
  const plain = await get('/api/long', 'identity')
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.json()).toEqual(ROWS)
})

test('short answers and empty ones are left as they are', async () => {
  const short = await get('/api/short')
  expect(short.headers.get('content-encoding')).toBeNull()
  expect(await short.json()).toEqual({ ok: true })
  expect((await get('/api/none')).status).toBe(204)
})

test('a stream is never held back', async () => {
  const response = await get('/api/stream')
  expect(response.headers.get('content-encoding')).toBeNull()
  const reader = response.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: first\n\n')
  await reader?.cancel()
})
