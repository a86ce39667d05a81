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
  const { text, context = [], ...who } = request
  let last: Outcome | undefined
  for await (const outcome of converse(deps, { texts: [...context, text], ...who })) last = outcome
  if (last === undefined) throw new Error('A turn ended without an outcome')
  return last
}

/**
 * Says one text after the other in a conversation that nobody keeps, and answers what each turn came to. The next
 * is said when the outcome of the one before has been taken.
 */
export async function* converse(
  deps: TurnDeps,
  said: { readonly texts: readonly string[]; readonly actor: Actor; readonly signal: AbortSignal },
): AsyncGenerator<Outcome> {
  const { actor, signal } = said
  const messages: MusterMessage[] = []
  for (const text of said.texts.map(checkSaid)) {
    messages.push({ id: deps.services.ids.next('msg'), role: 'user', parts: [{ type: 'text', text }] })
    const turn = {
      messages: [...messages],
      text,
      answerId: deps.services.ids.next('msg'),
      actor,
      // Drafting is all that this surface can do; confirming needs a human's credential elsewhere.
      role: 'editor',
      signal,
    } as const
    let came: Outcome | undefined
    const chunks = runTurn(deps, turn, ({ message, outcome }) => {
      messages.push(message)
      came = outcome
    })
    for await (const _chunk of chunks) {
      // Read to the end: the outcome is complete once the stream is.
    }
    if (came === undefined) throw new Error('A turn ended without an outcome')
    yield came
  }
}
