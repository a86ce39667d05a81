import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '#app'

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
export async function makeCompany({ empty = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-mcp-'))
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'muster.db')}`,
    MUSTER_MODEL: 'offline',
    MUSTER_READERS: '1',
    BROWSER: 'none',
  }
  const app = await openApp(env)
  try {
    const actor = { userId: null, name: 'Test', surface: 'system', session: null } as const
    await app.writer.call('addUser', { name: 'Ada', email: null, role: 'approver', actor })
    if (!empty) {
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
    }
  } finally {
    await app.close()
  }
  return { folder, env, clean: () => rmSync(folder, { recursive: true, force: true }) }
}
