import type { AuthInfo } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { McpCaller } from '#http/deps.ts'
import { roleSchema } from '#domain/users/schema.ts'
import { ConfigError } from '#kernel/errors.ts'
import type { Connection } from '../connection.ts'
import { offer, type Wish } from '../offer.ts'

const visitorSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), role: roleSchema }),
  role: roleSchema,
  origin: z.string(),
  wish: z.object({ toolsets: z.string().optional(), readOnly: z.boolean() }),
})

/** A caller as the SDK hands it on to whatever it calls. The token itself stays behind. */
export const authInfoOf = ({ tokenId, user, role, origin }: McpCaller, wish: Wish): AuthInfo => ({
  token: tokenId,
  clientId: tokenId,
  scopes: [role],
  extra: { user: { id: user.id, name: user.name, role: user.role }, role, origin, wish },
})

/** What a caller may use, and where their human decides: in the web app under the name by which they came. */
export function connectionOf(authInfo: AuthInfo | undefined): Connection {
  const { data: visitor } = visitorSchema.safeParse(authInfo?.extra)
  if (authInfo === undefined || visitor === undefined) {
    throw new ConfigError('A connection over HTTP came without its caller', {
      next: 'Serve it by createMcpHttp.',
    })
  }
  const { user, role, origin, wish } = visitor
  return {
    user,
    session: authInfo.clientId,
    offer: offer(wish, role),
    approver: () => (user.role === 'approver' ? user : undefined),
    command: (id) => `muster confirm ${id}`,
    desk: {
      link: async (id) => `${origin}/proposals/${encodeURIComponent(id)}`,
      // Their browser runs elsewhere: only its own client can open a page in it.
      open: async () => false,
      hasOpened: () => false,
      close: async () => undefined,
    },
  }
}

/** Which tools an address asks for: `/mcp?toolsets=segments,profiles&read_only=true`. */
export function wishIn(url: string): Wish {
  const { searchParams } = new URL(url)
  return {
    toolsets: searchParams.get('toolsets') ?? undefined,
    readOnly: searchParams.get('read_only') === 'true',
  }
}
