import { query, type Writer } from '#db/run.ts'
import type { Source } from '#db/schema.ts'

/** Raises the version counters of the sources whose rows have changed, in the transaction that changed them. */
export function raiseVersions(writer: Writer, sources: ReadonlySet<Source>): void {
  if (sources.size === 0) return
  writer.run(
    query
      .updateTable('versions')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('source', 'in', [...sources]),
  )
}
