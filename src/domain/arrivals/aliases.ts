import type { Writer } from '#db/run.ts'
import type { ArrivalsTake } from '#db/schema.ts'
import { isEmpty, prepared } from '../imports/apply/change.ts'

/** Two ids that are one and the same: whoever went by the first goes by the second from now on. */
export interface Alias {
  readonly previousId: string
  readonly userId: string
}

/** Which ids were said to be another’s. Each leads to an id that leads nowhere, so that one look suffices. */
export interface Aliases {
  /** The id by which somebody goes now. */
  current(userId: string): string
  /** Notes an alias; answers it with the id that it leads to, or why it can’t be. Said again it changes nothing. */
  add(alias: Alias): Alias | { readonly problem: string }
}

export function createAliases(
  { driver }: Writer,
  { takes, source }: { takes: ArrivalsTake; source: string },
): Aliases {
  const find = prepared<[string, string, string], string>(
    driver,
    'SELECT user_id FROM aliases WHERE takes = ? AND source = ? AND previous_id = ?',
  ).pluck()
  // Most shops say of nobody that two ids are one and the same.
  let none = isEmpty(driver, 'aliases')
  const current = (userId: string) => (none ? userId : (find.get(takes, source, userId) ?? userId))
  return {
    current,
    add({ previousId, userId }) {
      const into = current(userId)
      const before = find.get(takes, source, previousId)
      if (into === previousId) {
        const why =
          userId === previousId ? 'both ids are the same' : `${userId} was joined to ${previousId} before`
        return { problem: `previousId ${previousId} can’t become ${userId}: ${why}` }
      }
      if (before !== undefined && before !== into) {
        return { problem: `previousId ${previousId} was joined to ${before} before: say so of ${before}` }
      }
      none = false
      driver
        .prepare<[string, ArrivalsTake, string, string]>(
          'UPDATE aliases SET user_id = ? WHERE takes = ? AND source = ? AND user_id = ?',
        )
        .run(into, takes, source, previousId)
      driver
        .prepare<[ArrivalsTake, string, string, string]>('INSERT OR IGNORE INTO aliases VALUES (?, ?, ?, ?)')
        .run(takes, source, previousId, into)
      return { previousId, userId: into }
    },
  }
}
