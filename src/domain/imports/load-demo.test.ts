import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { ConflictError } from '#kernel/errors.ts'
import { insertSegment } from '../segments/store.ts'
import { csv, type ImportBench, importBench } from './imports.fixture.ts'
import { loadDemo } from './load-demo.ts'

const FILES = { 'customers.csv': csv('id', 'c1') }

describe('the demo company', () => {
  let bench: ImportBench
  beforeAll(async () => {
    bench = importBench()
    await loadDemo(bench.ctx, {})
  })
  afterAll(() => bench.close())
  const count = (rows: string) => bench.rows(`SELECT count(*) FROM ${rows}`)[0]?.[0]

  test('is whole, and goes through the same checks as files', () => {
    const [report] = bench.rows('SELECT report FROM imports').map(([text]) => JSON.parse(String(text)))
    expect(report).toMatchObject({ format: 'demo', changed: true, rejected: { rows: 0 } })
    expect(bench.rows('SELECT name, currency, demo FROM workspace')).toEqual([
      ['Fernhollow Coffee', 'USD', 1],
    ])
    expect(count('customers')).toBe(5000)
    expect(count('facts')).toBe(5000)
    for (const { table, added } of report.tables) {
      expect([table, report.files.find((file: { table: string }) => file.table === table).rows]).toEqual([
        table,
        added,
      ])
    }
    expect(bench.rows('PRAGMA foreign_key_check')).toEqual([])
  })

  test('is not loaded over customers', async () => {
    await expect(loadDemo(bench.ctx, {})).rejects.toBeInstanceOf(ConflictError)
  })

  test('does not take imports', async () => {
    const before = bench.data()
    await expect(bench.importFolder(FILES)).rejects.toBeInstanceOf(ConflictError)
    expect(bench.data()).toEqual(before)
  })

  test('is replaced on request: its data goes, what people defined stays', async () => {
    const { writer } = bench
    const actor = { userId: null, name: 'Test', surface: 'system', session: null } as const
    writer.transaction(() =>
      insertSegment(
        writer,
        { id: 'seg_1', name: 'Mine', description: '', kind: 'custom', criteria: '{"all":[]}' },
        { at: 0, actor, proposalId: null },
      ),
    )
    const lastCustomer = Number(bench.rows('SELECT max(id) FROM customers')[0]?.[0])
    const lists = Number(count(`segments WHERE kind = 'list'`))
    const preview = {
      entity: 'customer',
      criteria: '{}',
      as_of: 0,
      count: 1,
      total: 1,
      members: Buffer.alloc(1),
      members_hash: '',
      body: '{}',
      created_at: 0,
      actor: '{}',
    }
    writer.run(
      query.insertInto('previews').values([
        { id: 'pv_1', ...preview },
        { id: 'pv_2', ...preview },
      ]),
    )
    writer.run(
      query.insertInto('memberships').values({
        segment_id: 'seg_1',
        customer_id: 1,
        version: 1,
        entered_at: 0,
        left_at: null,
        cause: 'test',
      }),
    )
    writer.run(
      query.insertInto('proposals').values({
        id: 'prop_1',
        kind: 'create_segment',
        change: '{}',
        target_id: null,
        base_version: null,
        preview_id: 'pv_1',
        summary: '',
        difference: '[]',
        count: 1,
        total: 1,
        members_hash: '',
        as_of: 0,
        content_hash: '',
        state: 'draft',
        tolerance: 0,
        actor: '{}',
        created_at: 0,
        expires_at: 9_999_999_999,
        decided_at: null,
        decided_by: null,
        outcome: null,
      }),
    )

    const versions = () =>
      bench
        .rows('SELECT source, version FROM versions')
        .map(([source, version]) => [String(source), Number(version)] as const)
    const before = new Map(versions())
    const report = await bench.importFolder(FILES, { replaceDemo: true, currency: 'EUR' })

    expect(report.tables).toMatchObject([{ table: 'customers', added: 1 }])
    expect(bench.rows('SELECT name, timezone, currency, demo FROM workspace')).toEqual([
      ['My company', 'UTC', 'EUR', 0],
    ])
    expect(bench.rows('SELECT external_id, customer_id FROM identities')).toEqual([['c1', lastCustomer + 1]])
    for (const table of [
      'orders',
      'items',
      'events',
      'companies',
      'people',
      'signals',
      'products',
      'list_members',
      'memberships',
      'consents',
      'customer_category',
    ]) {
      expect([table, count(table)]).toEqual([table, 0])
    }
    expect(count('facts')).toBe(1)
    expect(bench.rows(`SELECT name FROM segments WHERE deleted_at IS NULL AND kind = 'custom'`)).toEqual([
      ['Mine'],
    ])
    expect(count(`segments WHERE kind = 'list' AND deleted_at IS NOT NULL`)).toBe(lists)
    expect(bench.rows(`SELECT state, decided_by ->> 'name' FROM proposals`)).toEqual([['expired', 'Import']])
    expect(bench.rows(`SELECT action FROM log WHERE subject = 'prop_1'`)).toEqual([['proposal_expired']])
    expect(bench.rows('SELECT id FROM previews')).toEqual([['pv_1']])
    expect(versions().filter(([source, version]) => version <= (before.get(source) ?? 0))).toEqual([])
  })

  test('and then asking to replace it again is no harm', async () => {
    const report = await bench.importFolder(FILES, { replaceDemo: true })
    expect(report.changed).toBe(false)
    expect(count('customers')).toBe(1)
  })
})
