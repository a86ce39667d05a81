import {
  type CallToolRequest,
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { ReportBug } from '#kernel/bugs.ts'
import { LimitError, MusterError } from '#kernel/errors.ts'
import { fence } from '#kernel/untrusted.ts'
import type { AnyTool, ToolContext } from '#tools/define.ts'
import type { Client } from '../client.ts'
import type { Offer } from '../offer.ts'
import type { Confirmation } from '../confirmation/confirmation.ts'
import { bugAnswer, extended, problemAnswer, resultAnswer } from './answer.ts'
import type { Log } from './log.ts'

export interface CallDeps {
  readonly tools: readonly AnyTool[]
  readonly offer: Offer
  readonly confirmation: Confirmation
  /** What every answer adds while there are no customers to count; undefined once there are. */
  emptyNote(): string | undefined
  readonly report: ReportBug
  readonly log: Log
}

export interface Caller {
  readonly client: Client
  /** Whose answers to a question count. */
  readonly asker: string
  readonly ctx: ServerContext
  readonly toolContext: ToolContext
}

type Answer = CallToolResult | InputRequiredResult

/** Runs a tool for a client. Whatever a model can mend is an answer; the rest is a protocol error. */
export async function callTool(
  deps: CallDeps,
  { name, arguments: input = {} }: CallToolRequest['params'],
  caller: Caller,
): Promise<Answer> {
  const tool = deps.tools.find((candidate) => candidate.name === name)
  if (tool === undefined) {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${fence(name)}`)
  }
  const refused = deps.offer(tool)
  if (refused !== undefined) return problemAnswer(refused)
  const begun = performance.now()
  const answer = await answered(deps, tool, input, caller)
  deps.log(caller.ctx, 'debug', {
    event: 'tool_called',
    tool: name,
    outcome: outcomeOf(answer),
    milliseconds: Math.round(performance.now() - begun),
  })
  return answer
}

async function answered(
  deps: CallDeps,
  tool: AnyTool,
  input: unknown,
  { client, asker, ctx, toolContext }: Caller,
): Promise<Answer> {
  const { confirmation } = deps
  const asking = { origin: { asker, tool: tool.name, input }, client, ctx }
  try {
    const handle = ctx.mcpReq.requestState()
    if (typeof handle === 'string') return await confirmation.resume(handle, asking)
    const result = await tool.call(input, toolContext)
    const answer = noted(resultAnswer(result), deps)
    const proposalId = proposalIn(result.details)
    if (proposalId === undefined) return answer
    if (tool.effect === 'read') return await confirmation.tell(proposalId, answer)
    deps.log(ctx, 'info', { event: 'proposal_drafted', tool: tool.name, proposal: proposalId })
    return await confirmation.offer(proposalId, answer, asking)
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    if (error instanceof LimitError) deps.log(ctx, 'warning', { event: 'stopped', tool: tool.name })
    if (error instanceof MusterError) return noted(problemAnswer(error), deps)
    const bug = deps.report(error, `the tool ${tool.name}`)
    deps.log(ctx, 'error', { event: 'bug', tool: tool.name, bug })
    return bugAnswer(bug)
  }
}

const withProposal = z.object({ proposal: z.object({ id: z.string() }) })

/** The proposal that an answer is about. */
const proposalIn = (details: unknown): string | undefined => withProposal.safeParse(details).data?.proposal.id

const outcomeOf = (answer: Answer) =>
  isInputRequiredResult(answer) ? 'asked' : answer.isError === true ? 'refused' : 'answered'

function noted(answer: CallToolResult, { emptyNote }: CallDeps): CallToolResult {
  const note = emptyNote()
  return note === undefined ? answer : extended(answer, note)
}
