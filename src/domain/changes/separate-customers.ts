import { z } from 'zod'
import type { Source } from '#db/schema.ts'
import { refreshFactsOf } from '../facts/refresh.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { movesWith } from '../joins/moves-with.ts'
import { separate, standingJoin } from '../joins/separate.ts'
import { defineChange, type JoinOutcome } from './define.ts'

/** Makes two customers again of two identities that were joined; no rule joins these two any more. */
export const separateCustomers = defineChange({
  schema: z.strictObject({ kind: z.literal('separate_customers'), joinId: z.int() }),
  async describe({ joinId }, { reader }) {
    const join = standingJoin(reader, joinId)
    return {
      // Ids of other systems can be personal, and what is proposed is kept for ever: the join’s own id tells who.
      summary: `Separate two customers that were joined, of ${join.source} and ${join.with_source} (join ${joinId})`,
      target: null,
      preview: null,
      difference: [
        { what: 'customers', before: 'one', after: 'two, which no rule joins again' },
        { what: `goes with ${join.source}`, before: null, after: movesWith(reader, join) },
      ],
    }
  },
  version: () => null,
  apply({ joinId }, { writer, by }): JoinOutcome {
    const sources = new Set<Source>()
    const both = separate({ writer, now: by.at, changed: (one) => void sources.add(one) }, joinId)
    refreshFactsOf(writer, both)
    raiseVersions(writer, sources)
    return { joinId }
  },
  undo: ({ joinId }: JoinOutcome) => ({ kind: 'join_customers', joinId }),
})
