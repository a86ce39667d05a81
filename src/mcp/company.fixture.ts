import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDatabase } from './database.fixture.ts'

/** Twenty from the United States, twelve from France, eight from Canada; one order each. */
const COUNTRIES = [
  ...Array<string>(20).fill('US'),
  ...Array<string>(12).fill('FR'),
  ...Array<string>(8).fill('CA'),
]

/** Criteria that eight of the forty satisfy: few enough to confirm without typing the count. */
export const CANADIANS = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' }
/** Criteria that half of them satisfy. */
export const AMERICANS = { type: 'attribute', field: 'country', op: 'equals', value: 'US' }

/** A database of forty customers and one approver, and the environment that finds it. */
export const makeCompany = ({ empty = false } = {}) =>
  makeDatabase(
    async (app, folder) => {
      if (empty) return
      const rows = COUNTRIES.map((country, i) => `${i + 1},person${i + 1}@example.com,${country},2025-01-01`)
      writeFileSync(join(folder, 'customers.csv'), ['id,email,country,created_at', ...rows, ''].join('\n'))
      const orders = COUNTRIES.map((_, i) => `${i + 1},${i + 1},2025-02-01,paid,10,EUR`)
      writeFileSync(
        join(folder, 'orders.csv'),
        ['id,customer_id,ordered_at,status,total,currency', ...orders, ''].join('\n'),
      )
      await app.writer.call('importFiles', {
        paths: [join(folder, 'customers.csv'), join(folder, 'orders.csv')],
      })
    },
    { MUSTER_READERS: '1' },
  )
