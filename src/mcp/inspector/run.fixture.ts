import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { tools } from '#tools/index.ts'
import { makeDemo } from '../demo.fixture.ts'
import { openHttp } from '#mcp/http/http.fixture.ts'
import { confirmOnPage } from '../page.fixture.ts'
import { callEveryTool } from './every-tool.fixture.ts'

/**
 * `npm run inspect:tools`: the MCP Inspector’s command line calls every tool on the demo company, over HTTP. Ends with 1
 * when a tool answers with an error, of the protocol or of its own, or was not called. npm fetches the Inspector by its
 * version: it brings a web app, and is needed for nothing else.
 */
const INSPECTOR = '@modelcontextprotocol/inspector@2.12.0'
const run = promisify(execFile)
const answered = z.object({ result: z.object({ structuredContent: z.record(z.string(), z.unknown()) }) })
const listed = z.object({ result: z.object({ tools: z.array(z.object({ name: z.string() })) }) })

const demo = await makeDemo()
// Questions about records can be drafted where a model is set. Nobody confirms one here, so that none is asked.
const model = { MUSTER_MODEL: 'local/none', OPENAI_BASE_URL: 'http://localhost:9/v1' }
const http = await openHttp({ ...demo.env, ...model })
const { key } = await http.token()

async function inspect(...args: readonly string[]): Promise<unknown> {
  const header = ['--header', `Authorization: Bearer ${key}`]
  const { stdout } = await run(
    'npx',
    ['--yes', INSPECTOR, '--cli', http.url.href, ...header, '--quiet', '--format', 'json', ...args],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout)
}

const called = new Set<string>()
try {
  // It also looks whether the schemas are such as every client can take.
  const { result } = listed.parse(await inspect('--method', 'tools/list', '--strict'))
  say(`tools/list: ${result.tools.length} tools`)
  await callEveryTool({
    async call(tool, input = {}) {
      const begun = performance.now()
      const args = ['--tool-name', tool, '--tool-args-json', JSON.stringify(input)]
      const answer = answered.parse(await inspect('--method', 'tools/call', ...args))
      called.add(tool)
      say(`${tool}: answered after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
      return answer.result.structuredContent
    },
    async confirm(proposalId) {
      const link = await http.app.signInLinks.linkUnder(http.url.origin)
      const { confirmed } = await confirmOnPage(link, proposalId)
      if (confirmed !== 200) throw new Error(`The page answers ${confirmed} to confirming ${proposalId}`)
    },
  })
  const left = tools.filter(({ name }) => !called.has(name))
  if (left.length > 0) throw new Error(`Nobody called ${left.map(({ name }) => name).join(', ')}`)
  say(`The Inspector called all ${called.size} tools; each answered with what it says that it does`)
} finally {
  await http.close()
  demo.clean()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
