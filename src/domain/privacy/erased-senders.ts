import type { Reader } from '#db/run.ts'
import type { ArrivalsTake } from '#db/schema.ts'
import { suppressedIn } from './suppressed.ts'

/** Whom messages are about, by the ids that they hold. */
interface Sender {
  readonly userId: string | null
  readonly anonymousId: string | null
}

/** Which messages of a source are about somebody who was erased: by their own id, or one of their devices. */
export function erasedSenders(
  reader: Reader,
  { takes, source }: { readonly takes: ArrivalsTake; readonly source: string },
): { keepsOut(sender: Sender): boolean } {
  const suppressed = suppressedIn(reader)
  const has = (id: string) => suppressed.has({ takes, source, id })
  return {
    keepsOut: ({ userId, anonymousId }) =>
      !suppressed.isEmpty &&
      ((userId !== null && has(userId)) ||
        // Of a shared device it is whoever used it last: somebody else’s id says so.
        (userId === null && anonymousId !== null && has(`anonymous:${anonymousId}`))),
  }
}
