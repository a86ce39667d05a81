import type { App } from '#app'
import { externalIds } from '#domain/entities/external-ids.ts'
import { LimitError } from '#kernel/errors.ts'
import { terminalActor } from './actor.ts'

type Outcome = Awaited<ReturnType<App['ask']>>

/** What `muster ask --json` prints: the outcome, and with `--members` the ids as imported. */
export type Answer = Outcome & { readonly members?: readonly string[] }

/** Asks in a conversation that nobody keeps. */
export async function askOnce(
  app: App,
  said: { readonly text: string; readonly context?: readonly string[] },
  how: { readonly signal: AbortSignal; readonly members: boolean },
): Promise<Answer> {
  const { signal } = how
  const outcome = await app.ask({ ...said, actor: terminalActor(), signal })
  if (signal.aborted)
    throw new LimitError('Stopped; nothing was changed', { next: 'Ask again when you like.' })
  return how.members ? withMembers(app, outcome, signal) : outcome
}

/** An outcome with the ids of the people it is about, as they were imported. */
export async function withMembers(app: App, outcome: Outcome, signal: AbortSignal): Promise<Answer> {
  if (outcome.criteria === null || outcome.asOf === null) return outcome
  // Read again at the as-of time of the answer: the sets are at hand, and are those that were counted.
  const asOf = Date.parse(outcome.asOf) / 1000
  const { bits } = await app.services.members.of(outcome.criteria, { asOf, signal })
  return { ...outcome, members: [...externalIds(app.services.reader, outcome.entity, bits)] }
}
