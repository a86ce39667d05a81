import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currencyOf } from '#kernel/money.ts'
import { type OpenWriter, openWriter } from '../open.ts'
import { query } from '../run.ts'

let folder: string
let writer: OpenWriter

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-views-'))
  writer = openWriter(join(folder, 'muster.db'))
  writer.run(
    query
      .insertInto('workspace')
      .values({ id: 1, name: 'Test', timezone: 'UTC', currency: 'USD', demo: 0, created_at: 0 }),
  )
})
afterAll(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

test('amounts are shown in units of every currency as amounts are kept in its minor units', () => {
  const shown = writer.driver.prepare<[], number>('SELECT minor_units FROM v_currency').pluck()
  const wrong = Intl.supportedValuesOf('currency').filter((currency) => {
    writer.run(query.updateTable('workspace').set({ currency }))
    return shown.get() !== 10 ** currencyOf(currency).exponent
  })
  expect(wrong).toEqual([])
})

test('every view can be read', () => {
  const views = writer.driver
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name`)
    .pluck()
    .all()
  expect(views).toEqual([
    'v_answers',
    'v_companies',
    'v_consents',
    'v_currency',
    'v_customers',
    'v_events',
    'v_exports',
    'v_identities',
    'v_indicators',
    'v_items',
    'v_labels',
    'v_list_members',
    'v_memberships',
    'v_orders',
    'v_people',
    'v_product_tags',
    'v_signals',
    'v_technologies',
  ])
  for (const view of views) {
    expect(writer.driver.prepare(`SELECT * FROM ${view}`).all()).toHaveLength(view === 'v_currency' ? 1 : 0)
  }
})
