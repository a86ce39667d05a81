import {
  LOG_LEVEL_META_KEY,
  type LoggingLevel,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { z } from 'zod'

/** From the least to the gravest. */
const levelSchema = z.enum([
  'debug',
  'info',
  'notice',
  'warning',
  'error',
  'critical',
  'alert',
  'emergency',
]) satisfies z.ZodType<LoggingLevel>
const gravity = (level: LoggingLevel): number => levelSchema.options.indexOf(level)

/**
 * What the log of a client is told: which tool ran, how it ended, ids, and how long it took. Never what was asked or
 * answered, a name, or the text of an error: logs are kept, and read by more people than the data.
 */
export interface LogEntry {
  readonly event: 'tool_called' | 'proposal_drafted' | 'proposal_decided' | 'stopped' | 'bug'
  readonly tool?: string
  readonly outcome?: 'answered' | 'asked' | 'refused'
  readonly milliseconds?: number
  readonly proposal?: string
  readonly state?: string
  readonly bug?: string
}

export type Log = (ctx: ServerContext, level: LoggingLevel, entry: LogEntry) => void

/**
 * The log of a connection. Clients up to 2025-11-25 set its level for all of it, and get it from `info` up until they
 * do; later ones name it in each request, and get nothing otherwise.
 */
export function createLog({ server }: McpServer, era: 'modern' | 'legacy'): Log {
  let chosen: LoggingLevel = 'info'
  if (era === 'legacy') {
    server.setRequestHandler('logging/setLevel', ({ params }) => {
      chosen = params.level
      return {}
    })
  }
  return ({ mcpReq }, level, data) => {
    const least = era === 'legacy' ? chosen : levelOf(mcpReq.envelope)
    if (least === undefined || gravity(level) < gravity(least)) return
    const params = { level, logger: 'muster', data }
    // A client that is gone reads no log.
    mcpReq.notify({ method: 'notifications/message', params }).catch(() => {})
  }
}

const levelOf = (envelope: ServerContext['mcpReq']['envelope']): LoggingLevel | undefined =>
  levelSchema.safeParse(new Map<string, unknown>(Object.entries(envelope ?? {})).get(LOG_LEVEL_META_KEY)).data
