import type { Actor } from '#kernel/actor.ts'
import type { MusterMessage } from './message.ts'
import type { Outcome } from './outcome.ts'
import { checkSaid } from './said.ts'
import { runTurn, type TurnDeps } from './turn.ts'

export interface AskRequest {
  readonly text: string
  /** Earlier messages of the human in the same conversation, oldest first; each is answered first. */
  readonly context?: readonly string[]
  readonly actor: Actor
  readonly signal: AbortSignal
}

/** Runs one turn of a conversation that nobody keeps, and answers what it came to. */
export async function ask(deps: TurnDeps, request: AskRequest): Promise<Outcome> {
  const { text, context = [], actor, signal } = request
  const turns = [...context, text].map(checkSaid)
  const messages: MusterMessage[] = []
  let last: Outcome | undefined
  for (const said of turns) {
    messages.push({ id: deps.services.ids.next('msg'), role: 'user', parts: [{ type: 'text', text: said }] })
    const turn = {
      messages: [...messages],
      text: said,
      answerId: deps.services.ids.next('msg'),
      actor,
      // Drafting is all that this surface can do; confirming needs a human's credential elsewhere.
      role: 'editor',
      signal,
    } as const
    const chunks = runTurn(deps, turn, ({ message, outcome }) => {
      messages.push(message)
      last = outcome
    })
    for await (const _chunk of chunks) {
      // Read to the end: the outcome is complete once the stream is.
    }
  }
  if (last === undefined) throw new Error('A turn ended without an outcome')
  return last
}
