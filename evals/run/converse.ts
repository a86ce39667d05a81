import type { App } from '#app'
import { converse } from '#chat/ask.ts'
import type { TurnDeps } from '#chat/turn.ts'
import { withMembers } from '#cli/ask-once.ts'
import { LimitError } from '#kernel/errors.ts'
import { outcomeSchema } from '../outcome.ts'
import {
  addTokens,
  type Conversation,
  type Given,
  NO_TOKENS,
  type Tokens,
  type ToolUse,
  type Turn,
} from './turn.ts'
import { watchModel } from './watch-model.ts'
import { type Fault, watchTools } from './watch-tools.ts'

const ACTOR = { userId: null, name: 'evals', surface: 'terminal', session: null } as const

export interface Spoken {
  readonly texts: readonly string[]
  readonly faults?: readonly Fault[]
  readonly signal: AbortSignal
  /** Milliseconds for a turn; the product's own limit when left out. */
  readonly timeout?: number | undefined
  /** What a human does after a turn, before they say the next thing. */
  afterTurn?(turn: Turn, index: number): Promise<void>
}

/** Says the texts to the app's model in a conversation that nobody keeps, and writes down all that happens. */
export async function holdConversation(app: App, spoken: Spoken): Promise<Conversation> {
  const { texts, faults = [], signal, afterTurn } = spoken
  const turns: Turn[] = []
  const uses: ToolUse[] = []
  // The same instructions and results are sent again with every step.
  const given = new Map<string, Given>()
  let steps = 0
  let tokens: Tokens = NO_TOKENS
  const model = watchModel(app.chat.model.model, {
    onAsked(said) {
      steps++
      for (const each of said) given.set(each.text, each)
    },
    onCall: (call) => void uses.push(call),
    onTokens: (more) => void (tokens = addTokens(tokens, more)),
  })
  const deps: TurnDeps = {
    ...app.chat,
    model: { ...app.chat.model, model },
    tools: watchTools(app.chat.tools, { uses, faults }),
    ...limitsOf(spoken),
  }
  let start = performance.now()
  for await (const came of converse(deps, { texts, actor: ACTOR, signal })) {
    const ms = performance.now() - start
    if (signal.aborted) throw new LimitError('Stopped', { next: 'Start the evals again when you like.' })
    const outcome = outcomeSchema.parse(await withMembers(app, came, signal))
    const said = texts[turns.length] ?? ''
    const turn: Turn = {
      said,
      outcome,
      uses: uses.map(withError),
      given: [...given.values()],
      steps,
      tokens,
      ms,
    }
    turns.push(turn)
    await afterTurn?.(turn, turns.length - 1)
    uses.length = 0
    given.clear()
    steps = 0
    tokens = NO_TOKENS
    start = performance.now()
  }
  return turns
}

/** What the model wrote was no JSON, or names no tool. */
const withError = (use: ToolUse): ToolUse =>
  use.content === undefined ? { ...use, error: 'it never reached the tool' } : use

const limitsOf = ({ timeout }: Spoken): Pick<TurnDeps, 'limits'> =>
  timeout === undefined ? {} : { limits: { totalMs: timeout, silentMs: timeout } }
