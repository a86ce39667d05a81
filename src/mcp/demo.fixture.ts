import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '#app'

/** The demo company in a folder of its own, with an approver, and the environment that finds it. */
export async function makeDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'muster-demo-'))
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'muster.db')}`,
    MUSTER_MODEL: 'offline',
    BROWSER: 'none',
  }
  const app = await openApp(env)
  try {
    const actor = { userId: null, name: 'Test', surface: 'system', session: null } as const
    await app.writer.call('addUser', { name: 'Ada', email: null, role: 'approver', actor })
    await app.writer.call('loadDemo', {})
  } finally {
    await app.close()
  }
  return { env, clean: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
