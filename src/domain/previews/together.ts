import type { Criteria } from '../criteria/schema.ts'
import type { Bitset } from '../members/bitset.ts'
import type { CountOptions, Members } from '../members/members.ts'

/**
 * Collects what has to be counted and reads it all at the same versions of the data, so that the numbers of a
 * preview agree with each other. What `ask` answers can be called after `read`.
 */
export function countedTogether(members: Members): {
  ask(criteria: Criteria): () => Bitset
  read(options: CountOptions): Promise<void>
} {
  const asked: Criteria[] = []
  let sets: readonly { readonly bits: Bitset }[] = []
  return {
    ask(criteria) {
      const at = asked.push(criteria) - 1
      return () => {
        const set = sets[at]
        if (set === undefined) throw new Error('A set was taken before it was read')
        return set.bits
      }
    },
    async read(options) {
      sets = await members.ofEach(asked, options)
    },
  }
}
