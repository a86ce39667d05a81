import {
  Client as NewClient,
  StreamableHTTPClientTransport as NewTransport,
} from '@modelcontextprotocol/client'
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import {
  CallToolResultSchema,
  ElicitRequestSchema,
  type ElicitResult,
} from '@modelcontextprotocol/sdk/types.js'
import type { Transport } from '@modelcontextprotocol/server'
import { z } from 'zod'

/** Both eras of the protocol, each spoken by its own real client. */
export const ERAS = ['modern', 'legacy'] as const
export type Era = (typeof ERAS)[number]

/** What is asked of the human through the client. */
export interface Asked {
  readonly mode?: string | undefined
  readonly message: string
  readonly url?: string | undefined
}

export interface ClientOptions {
  readonly elicitation?: { form?: Record<string, never>; url?: Record<string, never> }
  /** The human at the client. */
  readonly human?: (asked: Asked) => ElicitResult | Promise<ElicitResult>
}

export interface CallOptions {
  readonly signal?: AbortSignal
  onprogress?(progress: { progress: number; total?: number | undefined; message?: string | undefined }): void
}

/** A busy machine may need more than the minute that clients wait by themselves to start a server. */
const PATIENT = { timeout: 120_000 }

const resultSchema = z.object({
  content: z.array(z.object({ type: z.literal('text'), text: z.string() })),
  structuredContent: z.record(z.string(), z.unknown()).optional(),
  isError: z.boolean().optional(),
})

/** Connects a client of the given era and tells its human's answers apart from ours. */
export async function connect(era: Era, transport: Transport, { elicitation, human }: ClientOptions = {}) {
  const info = { name: `${era} test`, version: '1' }
  const capabilities = elicitation === undefined ? {} : { elicitation }
  const decline = (): ElicitResult => ({ action: 'decline' })
  const client =
    era === 'modern'
      ? new NewClient(info, { capabilities, versionNegotiation: { mode: 'auto' } })
      : new OldClient(info, { capabilities })
  if (elicitation !== undefined) {
    if (client instanceof NewClient) {
      client.setRequestHandler('elicitation/create', ({ params }) => (human ?? decline)(params))
    } else client.setRequestHandler(ElicitRequestSchema, ({ params }) => (human ?? decline)(params))
  }
  await client.connect(transport, PATIENT)

  const callRaw = (name: string, input: Record<string, unknown>, options?: CallOptions) => {
    const params = { name, arguments: input }
    return client instanceof NewClient
      ? client.callTool(params, { ...PATIENT, ...options })
      : client.callTool(params, CallToolResultSchema, { ...PATIENT, ...options })
  }
  return {
    client,
    tools: async () => (await client.listTools()).tools,
    /** The texts of an answer, its data, and whether it is an error. */
    async call(name: string, input: Record<string, unknown> = {}, options?: CallOptions) {
      const {
        content,
        structuredContent: data = {},
        isError = false,
      } = resultSchema.parse(await callRaw(name, input, options))
      return { text: content.map(({ text }) => text).join('\n'), data, isError }
    },
    async read(uri: string) {
      const [first] = (await client.readResource({ uri })).contents
      return first !== undefined && 'text' in first ? first.text : undefined
    },
    close: () => client.close(),
  }
}

/** Connects a client to an address, with a token. */
export function connectHttp(era: Era, url: URL, key: string, options: ClientOptions = {}) {
  const requestInit = { headers: { authorization: `Bearer ${key}` } }
  const HttpTransport = era === 'modern' ? NewTransport : OldTransport
  return connect(era, new HttpTransport(url, { requestInit }), options)
}
