import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  inputRequired,
  inputResponse,
  type McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { z } from 'zod'
import { nameForm, sampling, text } from './said.fixture.ts'

/** What a client carries from one round to the next, and nobody can alter. */
export const state = createRequestStateCodec({ key: crypto.getRandomValues(new Uint8Array(32)) })

const capabilitiesSchema = z.object({ elicitation: z.unknown().optional(), sampling: z.unknown().optional() })

/** Tools that need several rounds, and keep what they know in a state that nobody can alter. */
export function registerRounds(server: McpServer): void {
  const nameSchema = z.object({ name: z.string() })
  const tool = (
    name: string,
    handler: (ctx: ServerContext) => Promise<ReturnType<typeof text> | ReturnType<typeof inputRequired>>,
  ) => server.registerTool(`test_input_required_result_${name}`, { description: `Rounds: ${name}` }, handler)

  tool('elicitation', async ({ mcpReq }) => {
    const given = acceptedContent(mcpReq.inputResponses, 'user_name', nameSchema)
    return given === undefined
      ? inputRequired({ inputRequests: { user_name: nameForm('What is your name?') } })
      : text(`Hello, ${given.name}!`)
  })
  tool('sampling', async ({ mcpReq }) => {
    const answer = inputResponse(mcpReq.inputResponses, 'capital_question')
    return answer.kind === 'sampling'
      ? text(JSON.stringify(answer.result.content))
      : inputRequired({ inputRequests: { capital_question: sampling('What is the capital of France?') } })
  })
  tool('list_roots', async ({ mcpReq }) => {
    const answer = inputResponse(mcpReq.inputResponses, 'client_roots')
    return answer.kind === 'roots'
      ? text(JSON.stringify(answer.roots))
      : inputRequired({ inputRequests: { client_roots: inputRequired.listRoots() } })
  })
  for (const name of ['request_state', 'tampered_state']) {
    tool(name, async (ctx) => {
      if (ctx.mcpReq.requestState() !== undefined && ctx.mcpReq.inputResponses !== undefined)
        return text('state-ok')
      const confirm = inputRequired.elicit({
        message: 'Please confirm',
        requestedSchema: z.object({ ok: z.boolean() }),
      })
      return inputRequired({ inputRequests: { confirm }, requestState: await state.mint('asked', ctx) })
    })
  }
  tool('multiple_inputs', async (ctx) => {
    if (Object.keys(ctx.mcpReq.inputResponses ?? {}).length === 3) return text('All three are there')
    return inputRequired({
      inputRequests: {
        user_name: nameForm('What is your name?'),
        greeting: sampling('Generate a greeting', 50),
        client_roots: inputRequired.listRoots(),
      },
      requestState: await state.mint('asked', ctx),
    })
  })
  tool('multi_round', async (ctx) => {
    const round = ctx.mcpReq.requestState()
    const { inputResponses } = ctx.mcpReq
    if (round === 2 && inputResponses?.['step2'] !== undefined) return text('Both steps are done')
    const next = round === 1 && inputResponses?.['step1'] !== undefined ? 2 : 1
    return inputRequired({
      inputRequests: { [`step${next}`]: nameForm(`Step ${next}: What is your name?`) },
      requestState: await state.mint(next, ctx),
    })
  })
  tool('capabilities', async ({ mcpReq }) => {
    const said = new Map<string, unknown>(Object.entries(mcpReq.envelope ?? {}))
    const can = capabilitiesSchema.safeParse(said.get(CLIENT_CAPABILITIES_META_KEY)).data
    return inputRequired({
      inputRequests: {
        ...(can?.elicitation !== undefined && { user_name: nameForm('What is your name?') }),
        ...(can?.sampling !== undefined && { greeting: sampling('Generate a greeting') }),
      },
    })
  })
}
