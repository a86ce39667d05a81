import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import type { Change } from '../changes/index.ts'
import { type TestExports, openExports } from './exports.fixture.ts'
import { exportsFolder, folderOf } from './folder.ts'
import { type ExportOptions, optionsFor, PLAIN } from './options.ts'

let w: TestExports
let odd: string
beforeAll(async () => {
  w = await openExports()
  await w.importRows({
    'customers.csv': [
      'id,email,phone,first_name,last_name,country,region,city,language,accepts_email,accepts_sms,created_at',
      'odd-1,=cmd@example.com,+1 415 555 2671,"Ann ""Ace""",O\'Neil,US,,"Springfield, IL",en,1,1,2024-01-01',
      'odd-2,two@example.com,,"=HYPERLINK(""http://evil"")",@sum,FR,,"Two\nLines",fr,1,,2024-01-02',
      'odd-3,,,سلمى,"+فهد",AE,,دبي,ar,,,2024-01-03 04:05:06',
    ],
    'orders.csv': [
      'id,customer_id,ordered_at,status,total,currency',
      'odd-o1,odd-1,2025-01-02 03:04:05,paid,10.00,USD',
      'odd-o2,odd-1,2025-02-03 00:00:00,paid,15.01,USD',
    ],
  })
  odd = await w.segment('Ördentlich & „odd“', {
    any: ['Springfield, IL', 'Two Lines', 'دبي'].map((value) => ({
      type: 'attribute',
      field: 'city',
      op: 'equals',
      value,
    })),
  })
})
afterAll(() => w.close())

const standard = (id: string, options: Partial<ExportOptions> = {}): Change => ({
  kind: 'export',
  subject: { kind: 'segment', id },
  format: 'standard_csv',
  options: { ...PLAIN, ...options },
})

describe('the standard CSV', () => {
  test('holds quotes, line ends, right-to-left text and formulas as spreadsheets read them safely', async () => {
    const { id, written } = await w.exported(standard(odd, { contact: true }))
    const [file] = written?.files ?? []
    expect(file?.name).toBe('ordentlich-odd-standard-csv.csv')
    const bytes = w.fileOf(id, file?.name ?? '')
    expect(bytes.toString('utf8').split('\r\n')).toMatchInlineSnapshot(`
      [
        "customer_id,country,region,city,language,created_at,orders,spent,average_order_value,first_order_at,last_order_at,rfm_recency,rfm_frequency,rfm_monetary,rfm_segment,email,email_consent,phone,sms_consent,first_name,last_name",
        "odd-1,US,,"Springfield, IL",en,2024-01-01T00:00:00Z,2,25.01,12.51,2025-01-02T03:04:05Z,2025-02-03T00:00:00Z,5,1,5,At Risk,'=cmd@example.com,subscribed,'+1 415 555 2671,subscribed,"Ann ""Ace""",O'Neil",
        "odd-2,FR,,"Two
      Lines",fr,2024-01-02T00:00:00Z,0,0.00,,,,,,,No orders yet,two@example.com,subscribed,,,"'=HYPERLINK(""http://evil"")",'@sum",
        "odd-3,AE,,دبي,ar,2024-01-03T04:05:06Z,0,0.00,,,,,,,No orders yet,,,,,سلمى,'+فهد",
        "",
      ]
    `)
    expect(file).toMatchObject({ rows: 3, bytes: bytes.length, sha256: sha256(bytes) })
  })

  test('keeps formulas where that was confirmed, and contact data away where it was not', async () => {
    const { id, written } = await w.exported(standard(odd, { contact: true, formulas: true }))
    const text = w.fileOf(id, written?.files[0]?.name ?? '').toString()
    expect(text).toContain(',"=HYPERLINK(""http://evil"")",@sum\r\n')
    const plain = await w.exported(standard(odd))
    expect(w.fileOf(plain.id, plain.written?.files[0]?.name ?? '').toString()).not.toMatch(
      /example\.com|415|Ace|HYPERLINK/,
    )
  })

  test('holds the columns that were chosen alone, and says which', async () => {
    const linesOf = async (options: Partial<ExportOptions>) => {
      const { id, written } = await w.exported(standard(odd, options))
      return {
        id,
        lines: w
          .fileOf(id, written?.files[0]?.name ?? '')
          .toString()
          .split('\r\n'),
      }
    }
    const columns = ['country', 'average_order_value', 'rfm_recency', 'rfm_segment']
    const { id, lines } = await linesOf({ columns })
    expect(lines).toEqual([
      columns.join(),
      'US,12.51,5,At Risk',
      'FR,,,No orders yet',
      'AE,,,No orders yet',
      '',
    ])
    expect(JSON.parse(w.fileOf(id, 'manifest.json').toString())).toMatchObject({ options: { columns } })

    const personal = await linesOf({ contact: true, columns: ['orders', 'last_name'] })
    expect(personal.lines).toEqual(['orders,last_name', "2,O'Neil", "0,'@sum", "0,'+فهد", ''])
    // A line of nothing would be no row.
    expect((await linesOf({ columns: ['region'] })).lines).toEqual(['region', '""', '""', '""', ''])
  })

  test.for([
    [{ columns: ['country', 'shoe_size'] }, 'has no column “shoe_size”', 'rfm_segment'],
    [{ columns: [] }, 'at least one column', 'rfm_segment'],
    [{ columns: ['country', 'email'] }, 'Without contact columns, a file holds no email', 'country'],
    [{ columns: ['country'], contact: true }, 'None of the contact columns', 'email'],
  ] as const)('refuses %j and says what there is', ([{ columns, ...options }, says, offers]) => {
    const refused = expect.objectContaining({
      message: expect.stringContaining(says),
      choices: expect.arrayContaining([offers]),
      path: ['columns'],
    })
    expect(() => optionsFor('standard_csv', { ...options, columns: [...columns] }, 'customer')).toThrow(
      refused,
    )
  })

  test('shows orders until now alone', async () => {
    await w.importRows({
      'orders.csv': [
        'id,customer_id,ordered_at,status,total,currency',
        'odd-o3,odd-1,2026-02-03,paid,99.00,USD',
      ],
    })
    const { id, written } = await w.exported(standard(odd))
    expect(w.fileOf(id, written?.files[0]?.name ?? '').toString()).toContain(
      ',2,25.01,12.51,2025-01-02T03:04:05Z,2025-02-03T00:00:00Z,',
    )
  })
})

describe('a confirmed export', () => {
  test('has a manifest that says whose word it is and how to check the file', async () => {
    const { id, written, proposalId } = await w.exported(standard(odd))
    const manifest: unknown = JSON.parse(w.fileOf(id, 'manifest.json').toString())
    expect(manifest).toMatchObject({
      export: id,
      proposal: proposalId,
      subject: { kind: 'segment', id: odd, version: 1 },
      confirmedBy: 'An approver',
      asOf: '2025-11-20T12:00:00Z',
      confirmed: 3,
      rows: 3,
      files: written?.files,
    })
  })

  test('is its owner’s alone, and leaves no other file behind', async () => {
    const { id } = await w.exported(standard(odd))
    const folder = folderOf(w.path, id)
    expect(readdirSync(folder)).toEqual(['manifest.json', 'ordentlich-odd-standard-csv.csv'])
    expect(statSync(join(folder, 'ordentlich-odd-standard-csv.csv')).mode & 0o77).toBe(0)
    expect(readdirSync(exportsFolder(w.path)).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  test('is written once, however often its job is woken, and remembers whom it held', async () => {
    const { exportId = '' } = await w.confirm(standard(odd))
    w.exportJobs.wake()
    const [one, two] = await Promise.all([w.exportJobs.ended(exportId), w.exportJobs.ended(exportId)])
    expect(one).toEqual(two)
    const at = statSync(join(folderOf(w.path, exportId), 'manifest.json')).mtimeMs
    w.exportJobs.wake()
    await w.exportJobs.ended(exportId)
    expect(statSync(join(folderOf(w.path, exportId), 'manifest.json')).mtimeMs).toBe(at)
    const held = w.services.reader.all(
      query
        .selectFrom('export_members as m')
        .innerJoin('exports as e', 'e.number', 'm.export')
        .select('m.customer_id')
        .where('e.id', '=', exportId),
    )
    expect(held).toHaveLength(3)
    expect(w.services.exports.ofCustomer(held[0]?.customer_id ?? 0).map(({ id }) => id)).toContain(exportId)
  })

  test('leaves out whoever withdrew a consent after it was confirmed, and lists them', async () => {
    const exportId = await w.confirmedOnly(standard(odd, { contact: true }))
    await w.importRows({ 'customers.csv': ['id,accepts_email', 'odd-2,0'] })
    const { written } = await w.exportJobs.ended(exportId)
    expect(written).toMatchObject({ rows: 2, leftOut: [{ customers: 1 }] })
    expect(w.fileOf(exportId, 'left-out.csv').toString().split('\r\n')[1]).toMatch(/^odd-2,/)
    expect(w.fileOf(exportId, written?.files[0]?.name ?? '').toString()).not.toContain('odd-2')
    await w.importRows({ 'customers.csv': ['id,accepts_email', 'odd-2,1'] })
  })

  test('is undone by a file of whom it held', async () => {
    const { id } = await w.exported(standard(odd))
    const removal = await w.exported({ kind: 'undo_export', exportId: id })
    expect(w.fileOf(removal.id, 'ordentlich-odd-standard-csv-remove.csv').toString()).toBe(
      'customer_id\r\nodd-1\r\nodd-2\r\nodd-3\r\n',
    )
    expect(w.services.exports.get(id).removedBy).toBe(removal.id)
    await expect(w.draft({ kind: 'undo_export', exportId: id })).rejects.toThrow('undone already')
    await expect(w.draft({ kind: 'undo_export', exportId: removal.id })).rejects.toThrow('removal file')
  })
})

describe('an export that does not come to its end', () => {
  test('of a process that was killed is written by the next one, which removes what it left', async () => {
    const exportId = await w.confirmedOnly(standard(odd))
    // No process has this number: the highest that Linux gives is 4,194,304.
    const left = join(exportsFolder(w.path), `.${exportId}.4999999.partial`)
    mkdirSync(left, { recursive: true })
    // It had been killed after its rename and before its commit.
    mkdirSync(folderOf(w.path, exportId))
    const { state } = await w.exportJobs.ended(exportId)
    expect(state).toBe('done')
    expect(existsSync(left)).toBe(false)
    expect(readdirSync(folderOf(w.path, exportId))).toContain('manifest.json')
  })

  test('can be cancelled while it waits, and started again', async () => {
    const exportId = await w.confirmedOnly(standard(odd))
    expect(await w.exportJobs.cancel(exportId)).toMatchObject({ state: 'cancelled', written: null })
    await expect(w.exportJobs.cancel(exportId)).rejects.toThrow('cancelled already')
    expect(existsSync(folderOf(w.path, exportId))).toBe(false)
    await w.exportJobs.restart(exportId)
    expect(await w.exportJobs.ended(exportId)).toMatchObject({ state: 'done' })
    await expect(w.exportJobs.restart(exportId)).rejects.toThrow('is done')
  })
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
