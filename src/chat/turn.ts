import { createUIMessageStream, type FinishReason, toUIMessageStream } from 'ai'
import { type Preview, previewSchema } from '#domain/previews/schema.ts'
import type { Services } from '#domain/services.ts'
import type { User } from '#domain/users/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { renderInstructions } from '#prompts/render.ts'
import type { AnyTool } from '#tools/define.ts'
import { createAgent, TURN_LIMITS, type TurnLimits } from './agent.ts'
import type { MusterChunk } from './cards.ts'
import { promptOf } from './history.ts'
import type { MessageMetadata, MusterMessage, TurnProblem } from './message.ts'
import type { ChosenModel } from './models.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { earlyEnd, problemOf, stopped, timedOut } from './problems.ts'
import { chatTools } from './tools.ts'
import { type TurnWatch, watchTurn } from './watch.ts'

export interface TurnDeps {
  readonly services: Services
  readonly tools: readonly AnyTool[]
  readonly model: ChosenModel
  readonly report: ReportBug
  readonly limits?: TurnLimits
}

export interface TurnRequest {
  /** What was said so far; the last message is the human's, which is answered. */
  readonly messages: readonly MusterMessage[]
  readonly text: string
  readonly answerId: string
  readonly metadata?: MessageMetadata
  readonly actor: Actor
  readonly role: User['role']
  /** Aborted when the human presses stop. */
  readonly signal: AbortSignal
}

export interface TurnEnd {
  /** The answer, whole or partial: always something that can be stored. */
  readonly message: MusterMessage
  readonly outcome: Outcome
}

/**
 * Asks the model and runs its tools until it has answered. The stream does not fail: whatever goes wrong ends it
 * with words that say what to do. `onEnd` is awaited before the stream closes.
 */
export function runTurn(
  deps: TurnDeps,
  request: TurnRequest,
  onEnd: (end: TurnEnd) => Promise<void> | void,
): ReadableStream<MusterChunk> {
  let outcome: Outcome | undefined
  return createUIMessageStream<MusterMessage>({
    async execute({ writer }) {
      const watch = watchTurn((chunk) => writer.write(chunk))
      const { answerId: messageId, metadata } = request
      watch.pass({ type: 'start', messageId, ...(metadata && { messageMetadata: metadata }) })
      const problem = await answer(deps, request, watch)
      watch.end(problem)
      outcome = outcomeOf({ outcomes: watch.outcomes, text: watch.text(), problem })
      watch.pass({ type: 'finish' })
    },
    generateId: () => request.answerId,
    onError: (error) => problemOf(error, deps.report).message,
    onEnd: ({ responseMessage: message }) =>
      onEnd({ message, outcome: outcome ?? outcomeOf({ outcomes: [], text: '' }) }),
  })
}

/** What the conversation showed last. */
function shownIn(messages: readonly MusterMessage[]): { readonly atHand?: Preview } {
  const shown = messages
    .flatMap(({ parts }) => parts)
    .flatMap((part) =>
      part.type === 'data-preview'
        ? [part.data]
        : part.type === 'data-proposal' && part.data.preview !== null
          ? [part.data.preview]
          : [],
    )
    .at(-1)
  // Messages are typed as a browser knows them; the criteria are in them all the same.
  const { data } = previewSchema.safeParse(shown)
  return data === undefined ? {} : { atHand: data }
}

/** Lets the model speak; answers why it ended early, if it did. */
async function answer(
  { services, tools, model, report, limits = TURN_LIMITS }: TurnDeps,
  { messages, text, actor, role, signal }: TurnRequest,
  watch: TurnWatch,
): Promise<TurnProblem | undefined> {
  let problem: TurnProblem | undefined
  let finish: FinishReason | undefined
  try {
    const offered = chatTools(tools, {
      context: { ...services, actor, message: text, ...shownIn(messages), signal },
      role,
      reads: model.offline ? 'details' : 'content',
      report,
      onAnswer: watch.gave,
    })
    const instructions = renderInstructions({ workspace: services.workspace(), now: services.clock.now() })
    const agent = createAgent({ model, instructions, tools: offered, limits })
    const result = await agent.stream({ messages: await promptOf(messages, offered), abortSignal: signal })
    const chunks = toUIMessageStream<typeof offered, MusterMessage>({
      stream: result.stream,
      tools: offered,
      sendStart: false,
      redactToolErrors: false,
      onError(error) {
        problem ??= problemOf(error, report)
        return problem.message
      },
    })
    for await (const chunk of chunks) {
      if (chunk.type === 'finish') finish = chunk.finishReason
      else if (chunk.type === 'abort') problem ??= timedOut
      else if (chunk.type !== 'error') watch.pass(chunk)
    }
  } catch (error) {
    problem ??= problemOf(error, report)
  }
  if (signal.aborted) return stopped
  return problem ?? earlyEnd(finish, watch.text() !== '' || watch.outcomes.length > 0)
}
