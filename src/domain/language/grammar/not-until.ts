import type { Reading } from './reading.ts'
import type { Timing } from './timing.ts'

/** What is said where “not … until then” was read. */
export const UNTIL = '“Not … until then” is read as: it came then, or later.'

/** "did not make a first purchase until 2025": the time from which something was done that was not done until then. */
export function notUntil(
  { tokens }: Reading,
  { from, to }: { readonly from: number; readonly to: number },
  said: Timing | undefined,
): Timing | undefined {
  const [only, more] = said?.windows ?? []
  if (said === undefined || more !== undefined || only?.kind !== 'dates' || only.before === undefined)
    return undefined
  const words = tokens.slice(from, to).map(({ word }) => word)
  const until = words.findIndex((word) => word === 'until' || word === 'till')
  const did = words.findIndex((word) => word === 'did')
  return did >= 0 && until > did ? { ...said, windows: [{ kind: 'dates', from: only.before }] } : undefined
}
