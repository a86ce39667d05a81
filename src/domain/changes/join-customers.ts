import { z } from 'zod'
import type { Source } from '#db/schema.ts'
import { refreshFacts } from '../facts/refresh.ts'
import { touchedCustomers } from '../facts/touched.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import { joinAgain, separatedJoin } from '../joins/join-again.ts'
import { defineChange, type JoinOutcome } from './define.ts'

/** Joins two identities again that were separated. */
export const joinCustomers = defineChange({
  schema: z.strictObject({ kind: z.literal('join_customers'), joinId: z.int() }),
  async describe({ joinId }, { reader }) {
    const { source, with_source: other } = separatedJoin(reader, joinId)
    return {
      summary: `Join two customers again that were separated, of ${source} and ${other} (join ${joinId})`,
      target: null,
      preview: null,
      difference: [{ what: 'customers', before: 'two', after: 'one' }],
    }
  },
  version: () => null,
  apply({ joinId }, { writer, by }): JoinOutcome {
    const sources = new Set<Source>()
    const touched = touchedCustomers(writer.driver)
    const changed = (one: Source) => void sources.add(one)
    const made = joinAgain({ writer, touched, now: by.at, changed }, joinId)
    refreshFacts(writer.driver, touched)
    raiseVersions(writer, sources)
    return { joinId: made }
  },
  undo: ({ joinId }: JoinOutcome) => ({ kind: 'separate_customers', joinId }),
})
