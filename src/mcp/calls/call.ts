import {
  type CallToolRequest,
  type CallToolResult,
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server'
import type { Proposal } from '#domain/proposals/schema.ts'
import type { Services } from '#domain/services.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { MusterError } from '#kernel/errors.ts'
import { fence } from '#kernel/untrusted.ts'
import type { AnyTool } from '#tools/define.ts'
import type { Client } from '../client.ts'
import type { Confirmation } from '../confirmation/confirmation.ts'
import { bugAnswer, extended, problemAnswer, resultAnswer } from './answer.ts'
import { toolContext } from './context.ts'
import { progressOf } from './progress.ts'

export interface CallDeps {
  readonly tools: readonly AnyTool[]
  readonly services: Services
  readonly confirmation: Confirmation
  /** What every answer adds while there are no customers to count; undefined once there are. */
  emptyNote(): string | undefined
  readonly session: string
  readonly era: 'modern' | 'legacy'
  readonly report: ReportBug
}

/** Runs a tool for a client. Whatever a model can mend is an answer; the rest is a protocol error. */
export async function callTool(
  deps: CallDeps,
  { name, arguments: input = {} }: CallToolRequest['params'],
  client: Client,
  ctx: ServerContext,
): Promise<CallToolResult | InputRequiredResult> {
  const { services, confirmation, session, era } = deps
  const tool = deps.tools.find((candidate) => candidate.name === name)
  if (tool === undefined) {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${fence(name)}`)
  }
  const asking = { origin: { tool: name, input }, client, ctx, era }
  try {
    const handle = ctx.mcpReq.requestState()
    if (typeof handle === 'string') return await confirmation.resume(handle, asking)
    const drafted: Proposal[] = []
    const result = await tool.call(
      input,
      toolContext(services, {
        actor: { userId: null, name: `MCP client ${fence(client.name, 60)}`, surface: 'mcp', session },
        signal: ctx.mcpReq.signal,
        onProgress: progressOf(ctx),
        onDraft: (proposal) => drafted.push(proposal),
      }),
    )
    const answer = noted(resultAnswer(result), deps)
    const [proposal] = drafted
    return proposal === undefined ? answer : await confirmation.offer(proposal, answer, asking)
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    if (error instanceof MusterError) return noted(problemAnswer(error), deps)
    return bugAnswer(deps.report(error, `the tool ${name}`))
  }
}

function noted(answer: CallToolResult, { emptyNote }: CallDeps): CallToolResult {
  const note = emptyNote()
  return note === undefined ? answer : extended(answer, note)
}
