/**
 * A page of somebody else that shows Muster, with the little that its server has to do: keep the key, know who is
 * signed in, and hand their token to the page. `npm run widget:sample` serves it; README.md beside it says how.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

interface Options {
  /** Where Muster is: https://muster.example.com */
  readonly muster: string
  /** Of `muster widget-keys add`. It never leaves this server. */
  readonly key: string
  /** Who is signed in here. Yours comes from your own session. */
  readonly email: string
}

const FILES: Readonly<Record<string, readonly [name: string, type: string]>> = {
  '/': ['page.html', 'text/html; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
}

/** As strict as a policy can be: of Muster it needs `script-src` and `connect-src`, and nothing of it is inline. */
const policyFor = (muster: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${muster}`,
    "style-src 'self'",
    `connect-src 'self' ${muster}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

export const samplePage =
  (options: Options) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'POST' && request.url === '/muster-token')
      return answerToken(request, response, options)
    const [name, type] = FILES[request.url ?? ''] ?? []
    if (name === undefined) {
      response.writeHead(404).end()
      return
    }
    const text = await readFile(new URL(name, import.meta.url), 'utf8')
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policyFor(options.muster) })
    response.end(text.replaceAll('https://muster.example.com', options.muster))
  }

/** Asks Muster for a token of whoever is signed in here, and passes it on. */
async function answerToken(
  request: IncomingMessage,
  response: ServerResponse,
  { muster, key, email }: Options,
): Promise<void> {
  // Only pages of this server may ask: a cookie alone doesn't tell whose page sent it.
  if (request.headers['sec-fetch-site'] !== 'same-origin') {
    response.writeHead(403).end()
    return
  }
  const answer = await fetch(`${muster}/v1/widget-tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  })
  response.writeHead(answer.status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(await answer.text())
}

if (import.meta.main) {
  const { MUSTER_URL = 'http://localhost:4747', MUSTER_WIDGET_KEY, EMAIL, PORT = '4800' } = process.env
  if (MUSTER_WIDGET_KEY === undefined || EMAIL === undefined) {
    process.stderr.write(
      'Set MUSTER_WIDGET_KEY (of `muster widget-keys add`) and EMAIL (of a user of Muster).\n',
    )
    process.exitCode = 2
  } else {
    const handle = samplePage({ muster: MUSTER_URL, key: MUSTER_WIDGET_KEY, email: EMAIL })
    createServer((request, response) => {
      handle(request, response).catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        response.writeHead(502).end()
      })
    }).listen(Number(PORT), '127.0.0.1', () => {
      process.stderr.write(`The sample page is at http://localhost:${PORT}\n`)
    })
  }
}
