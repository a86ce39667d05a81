import { openApp } from '#app'
import type { AccessToken } from '#domain/tokens/schema.ts'
import { listUsers } from '#domain/users/read.ts'
import { type ClientOptions, connectHttp, type Era } from '../client.fixture.ts'

type Headers = Readonly<Record<string, string>>

const test = { userId: null, name: 'Test', surface: 'system', session: null } as const

/** Muster as it is served, on a free port, and ways to reach its /mcp. */
export async function openHttp(env: Parameters<typeof openApp>[0]) {
  const app = await openApp({ ...env, PORT: '0' })
  const served = await app.serve()
  const url = new URL('/mcp', served.url)

  async function token(role: AccessToken['role'] = 'editor') {
    const userId = listUsers(app.services.reader)[0]?.id ?? ''
    return app.writer.call('createAccessToken', { name: 'Claude', role, userId, days: 1, actor: test })
  }

  return {
    app,
    url,
    token,
    revoke: (keyId: string) => app.writer.call('revokeAccessToken', { keyId, actor: test }),
    connect(era: Era, key: string, options: ClientOptions & { readonly query?: string } = {}) {
      return connectHttp(era, new URL(`?${options.query ?? ''}`, url), key, options)
    },
    /** A request as no library would send it. */
    send: (body: unknown, headers: Headers = {}, method = 'POST') =>
      fetch(url, {
        method,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
        ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    async close() {
      await served.close()
      await app.close()
    },
  }
}
