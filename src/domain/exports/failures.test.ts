import { existsSync, openSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../changes/index.ts'
import { type TestExports, openExports } from './exports.fixture.ts'
import { exportsFolder, folderOf } from './folder.ts'
import { createExportJobs } from './jobs.ts'
import { PLAIN } from './options.ts'
import { writeHere } from './write-here.fixture.ts'

let w: TestExports
let change: Change
beforeAll(async () => {
  w = await openExports()
  const id = await w.segment('Canada', { type: 'attribute', field: 'country', op: 'equals', value: 'CA' })
  change = {
    kind: 'export',
    subject: { kind: 'segment', id },
    format: 'standard_csv',
    options: { ...PLAIN, contact: true },
  }
})
afterAll(() => w.close())

/** What stands on the disk of an export, finished or not. */
const onDisk = (exportId: string) =>
  readdirSync(exportsFolder(w.path)).filter((name) => name === exportId || name.startsWith(`.${exportId}.`))

const jobsWith = (write: Parameters<typeof createExportJobs>[0]['write']) =>
  createExportJobs({
    databasePath: w.path,
    reader: w.services.reader,
    writer: w.writer,
    clock: w.clock,
    report: () => 'bug_1',
    ...(write && { write }),
  })

test('a full disk leaves no file, says what to do, and the export can be started again', async () => {
  const exportId = await w.confirmedOnly(change)
  const full = jobsWith(writeHere({ open: () => openSync('/dev/full', 'w') }))
  const { state, reason } = await full.ended(exportId)
  expect(state).toBe('failed')
  expect(reason).toMatch(/^There is no room for the file .* start the export again\.$/)
  expect(onDisk(exportId)).toEqual([])
  await w.exportJobs.restart(exportId)
  expect(await w.exportJobs.ended(exportId)).toMatchObject({ state: 'done', reason: null })
})

test('whoever withdraws while the file is being written is not in it: it is written again', async () => {
  const exportId = await w.confirmedOnly(change)
  const write = writeHere()
  let attempts = 0
  const jobs = jobsWith(async (...args) => {
    const written = await write(...args)
    attempts++
    if (attempts === 1) await w.importRows({ 'customers.csv': ['id,accepts_email', 'C6,0'] })
    return written
  })
  const { written } = await jobs.ended(exportId)
  expect(attempts).toBe(2)
  expect(written).toMatchObject({ rows: 12, leftOut: [{ customers: 1 }] })
  expect(w.fileOf(exportId, 'canada-standard-csv.csv').toString()).not.toContain('\nC6,')
  await w.importRows({ 'customers.csv': ['id,accepts_email', 'C6,1'] })
})

test('data that moves without taking a consent back does not have the file written again', async () => {
  const exportId = await w.confirmedOnly(change)
  const write = writeHere()
  let attempts = 0
  const jobs = jobsWith(async (...args) => {
    const written = await write(...args)
    attempts++
    await w.importRows({ 'customers.csv': ['id,accepts_email', `new-${attempts},1`] })
    return written
  })
  expect(await jobs.ended(exportId)).toMatchObject({ state: 'done' })
  expect(attempts).toBe(1)
})

test('of two processes that write the same export, the files of one stand', async () => {
  const exportId = await w.confirmedOnly(change)
  const write = writeHere()
  const jobs = jobsWith(async (...args) => {
    const written = await write(...args)
    // The other one is faster.
    await w.exportJobs.ended(exportId)
    return written
  })
  expect(await jobs.ended(exportId)).toMatchObject({ state: 'done' })
  expect(onDisk(exportId)).toEqual([exportId])
})

test('one that stops while it writes is written after the next start', async () => {
  const exportId = await w.confirmedOnly(change)
  const stopped = jobsWith(async (path, task, watching) => {
    void stopped.close()
    return writeHere()(path, task, watching)
  })
  expect((await stopped.ended(exportId)).state).toBe('waiting')
  expect(existsSync(folderOf(w.path, exportId))).toBe(false)
  expect(await w.exportJobs.ended(exportId)).toMatchObject({ state: 'done' })
})

test('a bug is told by its id, and the folder is tidy', async () => {
  const exportId = await w.confirmedOnly(change)
  const jobs = jobsWith(async () => {
    throw new Error('secret inside')
  })
  const { state, reason } = await jobs.ended(exportId)
  expect({ state, reason }).toEqual({
    state: 'failed',
    reason: 'Something went wrong inside Muster (bug_1).',
  })
  expect(onDisk(exportId)).toEqual([])
})

test('cancelled while it runs, it leaves nothing', async () => {
  const exportId = await w.confirmedOnly(change)
  const jobs = jobsWith(async (path, task, watching) => {
    void jobs.cancel(exportId)
    return writeHere()(path, task, watching)
  })
  expect(await jobs.ended(exportId)).toMatchObject({ state: 'cancelled' })
  expect(onDisk(exportId)).toEqual([])
})
