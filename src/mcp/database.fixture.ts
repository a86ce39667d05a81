import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type App, openApp } from '#app'

/** A database in a folder of its own, with an approver and what `fill` puts in, and the environment that finds it. */
export async function makeDatabase(
  fill: (app: App, folder: string) => Promise<unknown>,
  settings: Readonly<Record<string, string>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'muster-mcp-'))
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'muster.db')}`,
    MUSTER_MODEL: 'offline',
    BROWSER: 'none',
    ...settings,
  }
  const app = await openApp(env)
  try {
    const actor = { userId: null, name: 'Test', surface: 'system', session: null } as const
    await app.writer.call('addUser', { name: 'Ada', email: null, role: 'approver', actor })
    await fill(app, folder)
  } finally {
    await app.close()
  }
  return { folder, env, clean: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
