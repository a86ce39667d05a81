import { rmSync } from 'node:fs'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openExports, type TestExports } from '#domain/exports/exports.fixture.ts'
import { folderOf } from '#domain/exports/folder.ts'
import { PLAIN } from '#domain/exports/options.ts'
import type { User } from '#domain/users/schema.ts'
import type { ExportFormats, Proposal } from './api.ts'
import type { SignedInEnv } from './deps.ts'
import { answerError } from './errors.ts'
import { exportRoutes } from './routes/exports.ts'

let w: TestExports
let id: string
beforeAll(async () => {
  w = await openExports()
  const segment = await w.segment('Canada', {
    type: 'attribute',
    field: 'country',
    op: 'equals',
    value: 'CA',
  })
  const done = await w.exported({
    kind: 'export',
    subject: { kind: 'segment', id: segment },
    format: 'standard_csv',
    options: PLAIN,
  })
  id = done.id
})
afterAll(() => w.close())

/** The routes as whoever has this role gets them behind the session guard. */
const as = (role: User['role']) =>
  new Hono<SignedInEnv>()
    .onError(answerError(() => 'bug_1'))
    .use((c, next) => {
      const user: User = { id: 'usr_1', name: 'Someone', email: null, role, hasPassphrase: false }
      c.set('signedIn', { user, session: 'web_1', expiresAt: 1_800_000_000 })
      return next()
    })
    .route('/', exportRoutes({ services: w.services, exportJobs: w.exportJobs, databasePath: w.path }))

test('the file is a download that nobody keeps, byte for byte', async () => {
  const answer = await as('editor').request(`/${id}/file`)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="canada-standard-csv.csv"',
    'cache-control': 'no-store',
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.equals(w.fileOf(id, 'canada-standard-csv.csv'))).toBe(true)
  expect(answer.headers.get('content-length')).toBe(String(bytes.length))
})

test('the manifest can be had by its name, and nothing outside of the export', async () => {
  const manifest = await as('editor').request(`/${id}/file?name=manifest.json`)
  expect(await manifest.json()).toMatchObject({ export: id, rows: 13 })
  for (const name of ['../../muster.db', 'left-out.csv', '/etc/passwd']) {
    const answer = await as('editor').request(`/${id}/file?name=${encodeURIComponent(name)}`)
    expect({ name, status: answer.status }).toEqual({ name, status: 404 })
  }
})

test('viewers see exports and get no rows', async () => {
  expect(await (await as('viewer').request('/')).json()).toMatchObject({
    exports: [{ id, state: 'done', confirmedBy: 'An approver', progress: null, written: { rows: 13 } }],
  })
  expect((await as('viewer').request(`/${id}/file`)).status).toBe(403)
  expect((await as('viewer').request(`/${id}/cancel`, { method: 'POST' })).status).toBe(403)
})

test('says what can be asked for, from the formats themselves', async () => {
  const { formats }: ExportFormats = JSON.parse(await (await as('viewer').request('/formats')).text())
  expect(
    formats.map(({ id, channel, options }) => [id, channel, ...options.map(({ name }) => name)]),
  ).toEqual([
    ['standard_csv', null, 'contact', 'formulas'],
    ['google_ads', 'ads', 'hashed'],
    ['meta', 'ads', 'hashed'],
    ['klaviyo', 'email'],
  ])
})

test('a request becomes a proposal, to a channel with the audience that is made in the same step', async () => {
  const draft = (role: User['role'], body: object) =>
    as(role).request('/draft', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
  const ask = { of: 'Canada', format: 'meta', options: { hashed: true }, less: ['Champions'], restDays: 30 }
  expect((await draft('viewer', ask)).status).toBe(403)
  const proposal: Proposal = JSON.parse(await (await draft('editor', ask)).text())
  expect(proposal).toMatchObject({ kind: 'export', state: 'draft' })
  expect(proposal.difference.map(({ what }) => what)).toEqual([
    'audience',
    'file',
    'usable rows',
    'blocked by consent',
    'values',
    'too few',
  ])
  expect(proposal.preview?.perimeter?.steps.map(({ kind }) => kind)).toEqual([
    'base',
    'suppression',
    'suppression',
    'consent',
    'address',
  ])
  const contact = await draft('editor', { ...ask, options: { contact: true } })
  expect(contact.status).toBe(400)
  expect(await contact.json()).toMatchObject({ path: ['contact'] })
})

test('what can’t be done says why', async () => {
  const cancel = await as('editor').request(`/${id}/cancel`, { method: 'POST' })
  expect(cancel.status).toBe(409)
  expect(await cancel.json()).toMatchObject({ next: 'Undo it to get the removal file.' })
  expect((await as('editor').request('/exp_none')).status).toBe(404)
  rmSync(folderOf(w.path, id), { recursive: true })
  const gone = await as('editor').request(`/${id}/file`)
  expect(gone.status).toBe(404)
  expect(await gone.json()).toMatchObject({ next: 'Export again.' })
})
