import { existsSync, readdirSync, statSync } from 'node:fs'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBench } from '#chat/bench.fixture.ts'
import { createImportJobs } from '#domain/imports/uploads/jobs.ts'
import { createUploads, uploadsOf } from '#domain/imports/uploads/uploads.ts'
import type { User } from '#domain/users/schema.ts'
import type { ApiError, ImportPlan, ImportState, Uploaded } from '../api.ts'
import type { SignedInEnv } from '../deps.ts'
import { answerError } from '../errors.ts'
import { importRoutes, uploadRoutes } from './imports.ts'

const LARGEST = 1000
const LINES = [
  'Order No;Article;Qty;Date;Price;Buyer',
  '1;A;1;2025-01-01;1.00;ann',
  '2;B;x;2025-01-02;2.00;bob',
].join('\n')
const BUYER = { at: 5, column: 'Buyer', field: 'customer_id' }

let bench: ReturnType<typeof openBench>
let folder: string
let imported = 0
/** Lets an import that was begun go on. */
let goOn: () => void
let routes: (role: User['role']) => Hono<SignedInEnv>
let close: () => Promise<void>
beforeEach(async () => {
  bench = openBench()
  const { services, writer, report, path } = bench
  await writer.call('ensureWorkspace', null)
  folder = uploadsOf(path)
  imported = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  goOn = resolve
  const uploads = createUploads({ databasePath: path, ids: services.ids, largest: LARGEST })
  const importJobs = createImportJobs({
    writer: {
      ...writer,
      call: (name, input, options) => promise.then(() => writer.call(name, input, options)),
    },
    uploads,
    clock: services.clock,
    onImported: () => void (imported += 1),
    report,
  })
  routes = (role) =>
    new Hono<SignedInEnv>()
      .onError(answerError(report))
      .use((c, next) => {
        const user: User = { id: 'usr_1', name: 'Ana', email: null, role, hasPassphrase: false }
        c.set('signedIn', { user, session: 'web_1', expiresAt: 1_800_000_000 })
        return next()
      })
      .route('/uploads', uploadRoutes({ uploads }))
      .route('/imports', importRoutes({ services, uploads, importJobs }))
  close = () => importJobs.close()
})
afterEach(async () => {
  goOn()
  await close()
  await bench.close()
})

const upload = (body: string | Uint8Array<ArrayBuffer>, name = 'lines.csv', role: User['role'] = 'editor') =>
  routes(role).request(`/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  })
async function sent(body: string | Uint8Array<ArrayBuffer>, name?: string): Promise<string> {
  const { id }: Uploaded = JSON.parse(await (await upload(body, name)).text())
  return id
}
async function ask<T>(path: string, body?: unknown, role: User['role'] = 'editor') {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const answer = await routes(role).request(`/imports${path}`, init)
  const json: T = JSON.parse(await answer.text())
  return { status: answer.status, json }
}
const lines = (id: string, ...columns: readonly unknown[]) => ({
  files: [{ path: id, format: 'order-lines', columns }],
})
async function ended() {
  await expect.poll(async () => (await ask<ImportState>('')).json.job?.state ?? 'running').not.toBe('running')
  const { json } = await ask<ImportState>('')
  if (json.job === null) throw new Error('There is no import')
  return json.job
}

test('a file is planned, mapped and imported, and what was rejected can be had', async () => {
  const id = await sent(LINES)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  const unmapped = await ask<ImportPlan>('/plan', lines(id))
  expect([unmapped.json.ready, unmapped.json.files[0]?.path]).toEqual([false, id])
  const mapped = await ask<ImportPlan>('/plan', lines(id, BUYER))
  expect(mapped.json).toMatchObject({ ready: true, files: [{ file: 'lines.csv', rowsAbout: 2 }] })
  goOn()
  await ask('', lines(id, BUYER))
  const job = await ended()
  expect(job).toMatchObject({ state: 'done', by: 'Ana', problem: null })
  expect(job.report?.rejected).toMatchObject({ rows: 1, sample: [{ line: 3, value: null }] })
  expect(imported).toBe(1)
  await expect.poll(() => existsSync(`${folder}/${id}`)).toBe(false)
  const rejects = await routes('editor').request('/imports/rejects')
  expect(await rejects.text()).toMatch(/lines\.csv,3,quantity is not a whole number,/)
})

test('a column mapped twice stands in the way, and says so', async () => {
  const id = await sent(LINES)
  const twice = lines(id, BUYER, { at: 1, column: 'Article', field: 'customer_id' })
  const { json } = await ask<ImportPlan>('/plan', twice)
  expect(json.ready).toBe(false)
  expect(json.files[0]?.problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/Two columns .* mapped to customer_id/),
  )
  goOn()
  await ask('', twice)
  expect(await ended()).toMatchObject({ state: 'failed', report: null })
  // It can be corrected: the file is still there.
  expect((await ask<ImportPlan>('/plan', lines(id, BUYER))).json.ready).toBe(true)
})

test('what is too large or empty leaves nothing behind, and no name leads out of the folder', async () => {
  const large = await upload('x'.repeat(LARGEST + 1))
  const error: ApiError = JSON.parse(await large.text())
  expect([large.status, error.next]).toEqual([400, expect.stringContaining('muster import')])
  expect((await upload('')).status).toBe(400)
  expect(readdirSync(folder)).toEqual([])
  const id = await sent(LINES, '../../muster.db')
  expect(readdirSync(`${folder}/${id}`)).toEqual(['muster.db'])
  for (const path of ['../muster.db', '..', 'upl_none']) {
    expect([path, (await ask('/plan', lines(path))).status]).toEqual([path, 404])
  }
})

test('what is no CSV is planned as that, and not imported', async () => {
  const id = await sent(
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    'a.png',
  )
  const { json } = await ask<ImportPlan>('/plan', { files: [{ path: id }] })
  expect([json.ready, json.files[0]?.format]).toEqual([false, null])
  expect(json.files[0]?.problems.length).toBeGreaterThan(0)
})

test('viewers see imports, and neither send nor plan nor begin nor cancel one nor read its rows', async () => {
  expect((await ask('', undefined, 'viewer')).json).toEqual({ job: null })
  expect((await upload(LINES, 'lines.csv', 'viewer')).status).toBe(403)
  for (const path of ['/plan', '', '/stop'])
    expect([path, (await ask(path, lines('upl_1'), 'viewer')).status]).toEqual([path, 403])
  expect((await ask('/rejects', undefined, 'viewer')).status).toBe(403)
  expect(existsSync(folder)).toBe(false)
})

test('a second click joins the import, other files wait', async () => {
  const asked = lines(await sent(LINES), BUYER)
  const other = lines(await sent(LINES), BUYER)
  const [first, second] = await Promise.all([ask<ImportState>('', asked), ask<ImportState>('', asked)])
  expect([first.status, second.json]).toEqual([200, first.json])
  expect((await ask('', other)).status).toBe(409)
  goOn()
  await ended()
  // So does a click that comes late.
  expect((await ask<ImportState>('', asked)).json.job?.state).toBe('done')
  expect(imported).toBe(1)
})

test('a cancelled import keeps nothing, and can be begun again', async () => {
  const asked = lines(await sent(LINES), BUYER)
  await ask('', asked)
  await ask('/stop', {})
  goOn()
  expect(await ended()).toMatchObject({ state: 'stopped', report: null })
  expect((await ask('/rejects')).status).toBe(404)
  expect(imported).toBe(0)
  await ask('', asked)
  expect((await ended()).report?.tables).toContainEqual(
    expect.objectContaining({ table: 'orders', added: 1 }),
  )
})
