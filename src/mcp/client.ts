import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { z } from 'zod'

/** Who is at the other end, and how it can put a question to its human. */
export interface Client {
  readonly name: string
  readonly asksForms: boolean
  readonly opensPages: boolean
}

const capabilitiesSchema = z.object({
  elicitation: z.object({ form: z.looseObject({}).optional(), url: z.looseObject({}).optional() }).optional(),
})
const infoSchema = z.object({ name: z.string() })

/** Newer clients say who they are with every request, older ones once at the start. */
export function clientOf({ server }: McpServer, { mcpReq }: ServerContext): Client {
  const said = new Map<string, unknown>(Object.entries(mcpReq.envelope ?? {}))
  const capabilities = said.get(CLIENT_CAPABILITIES_META_KEY) ?? server.getClientCapabilities()
  const info = said.get(CLIENT_INFO_META_KEY) ?? server.getClientVersion()
  const elicitation = capabilitiesSchema.safeParse(capabilities).data?.elicitation
  return {
    name: infoSchema.safeParse(info).data?.name ?? 'unknown',
    // An empty declaration is of the time when there were forms alone.
    asksForms: elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined),
    opensPages: elicitation?.url !== undefined,
  }
}
