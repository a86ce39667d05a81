import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { openApp } from '#app'
import { listUsers } from '#domain/users/read.ts'
import { answerError } from '#http/errors.ts'
import { hostGuard } from '#http/guards/host.ts'
import { mcpRoutes } from '#http/routes/mcp.ts'
import { serve } from '#http/serve.ts'
import { makeCompany } from '../company.fixture.ts'
import { createMcpHttp } from '#mcp/http/mcp-http.ts'
import { conformanceServer } from './server.fixture.ts'

/**
 * `npm run conformance`: the protocol’s official suite against the HTTP layer of the product (host and origin checks,
 * tokens, limits, sessions and both eras), behind which stands the server that the suite expects. Ends with 1 when
 * something fails that known-failures.yml does not give a reason for.
 */
const SUITE = '@modelcontextprotocol/conformance@0.2.0-alpha.12'
const ERAS = ['2025-11-25', '2026-07-28']
const KNOWN = fileURLToPath(new URL('known-failures.yml', import.meta.url))

const company = await makeCompany({ empty: true })
const app = await openApp(company.env)
const { services, writer, decisions, report } = app
const actor = { userId: null, name: 'Conformance', surface: 'system', session: null } as const
const userId = listUsers(services.reader)[0]?.id ?? ''
const { key } = await writer.call('createAccessToken', {
  name: 'Suite',
  role: 'editor',
  userId,
  days: 1,
  actor,
})

const mcp = createMcpHttp(
  {
    services,
    decisions,
    exportJobs: app.exportJobs,
    report,
    surfaces: new Set(['web']),
    version: '1',
    tools: [],
    perMinute: 1_000_000,
  },
  () => conformanceServer,
)
const layer = new Hono()
  .onError(answerError(report))
  .use(hostGuard([]))
  .route('/mcp', mcpRoutes({ services, writer, report, mcp, publicUrl: undefined }))
/** The suite knows of no tokens: this lends it one. */
const front = new Hono().all('*', (c) => {
  const headers = new Headers(c.req.raw.headers)
  headers.set('authorization', `Bearer ${key}`)
  return layer.fetch(new Request(c.req.raw, { headers }))
})

const served = await serve(front, { port: 0 })
try {
  for (const era of process.argv.length > 2 ? process.argv.slice(2) : ERAS) {
    process.stdout.write(`\nWhat ${era} requires of a server:\n`)
    const args = ['server', '--url', `${served.url}/mcp`, '--requirements', era, '--expected-failures', KNOWN]
    const suite = spawn('npx', ['--yes', SUITE, ...args], { stdio: 'inherit' })
    const [code]: (number | null)[] = await once(suite, 'exit')
    if (code !== 0) process.exitCode = 1
  }
} finally {
  await served.close()
  await mcp.close()
  await app.close()
  company.clean()
}
