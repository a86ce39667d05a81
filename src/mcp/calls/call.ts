import {
  type CallToolRequest,
  type CallToolResult,
  type InputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { ReportBug } from '#kernel/bugs.ts'
import { MusterError } from '#kernel/errors.ts'
import { fence } from '#kernel/untrusted.ts'
import type { AnyTool, ToolContext } from '#tools/define.ts'
import type { Client } from '../client.ts'
import type { Confirmation } from '../confirmation/confirmation.ts'
import { bugAnswer, extended, problemAnswer, resultAnswer } from './answer.ts'

export interface CallDeps {
  readonly tools: readonly AnyTool[]
  /** Why a tool is not there for this client. */
  refusal(tool: AnyTool): MusterError | undefined
  readonly confirmation: Confirmation
  /** What every answer adds while there are no customers to count; undefined once there are. */
  emptyNote(): string | undefined
  readonly report: ReportBug
}

export interface Caller {
  readonly client: Client
  /** Whose answers to a question count. */
  readonly asker: string
  readonly ctx: ServerContext
  readonly toolContext: ToolContext
}

/** Runs a tool for a client. Whatever a model can mend is an answer; the rest is a protocol error. */
export async function callTool(
  deps: CallDeps,
  { name, arguments: input = {} }: CallToolRequest['params'],
  { client, asker, ctx, toolContext }: Caller,
): Promise<CallToolResult | InputRequiredResult> {
  const { confirmation } = deps
  const tool = deps.tools.find((candidate) => candidate.name === name)
  if (tool === undefined) {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${fence(name)}`)
  }
  const refused = deps.refusal(tool)
  if (refused !== undefined) return problemAnswer(refused)
  const asking = { origin: { asker, tool: name, input }, client, ctx }
  try {
    const handle = ctx.mcpReq.requestState()
    if (typeof handle === 'string') return await confirmation.resume(handle, asking)
    const result = await tool.call(input, toolContext)
    const answer = noted(resultAnswer(result), deps)
    const proposalId = proposalIn(result.details)
    if (proposalId === undefined) return answer
    if (tool.effect === 'propose') return await confirmation.offer(proposalId, answer, asking)
    return await confirmation.tell(proposalId, answer)
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    if (error instanceof MusterError) return noted(problemAnswer(error), deps)
    return bugAnswer(deps.report(error, `the tool ${name}`))
  }
}

const withProposal = z.object({ proposal: z.object({ id: z.string() }) })

/** The proposal that an answer is about. */
const proposalIn = (details: unknown): string | undefined => withProposal.safeParse(details).data?.proposal.id

function noted(answer: CallToolResult, { emptyNote }: CallDeps): CallToolResult {
  const note = emptyNote()
  return note === undefined ? answer : extended(answer, note)
}
