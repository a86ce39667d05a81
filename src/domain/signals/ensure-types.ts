import { query } from '#db/run.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import type { Operation } from '../writer/operation.ts'
import { SIGNAL_NAMES } from './known.ts'

/** Keeps beside the data what signals are worth by their type, as this version of Muster has it. */
export const ensureSignalTypes: Operation<null, { readonly changed: boolean }> = ({ writer }) =>
  writer.transaction(() => {
    const wanted = [...SIGNAL_NAMES]
      .map(([name, { key, strength, halfLife }]) => ({ name, type: key, strength, half_life: halfLife }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const stored = writer.all(
      query.selectFrom('signal_types').select(['name', 'type', 'strength', 'half_life']).orderBy('name'),
    )
    if (JSON.stringify(stored) === JSON.stringify(wanted)) return { changed: false }
    writer.run(query.deleteFrom('signal_types'))
    for (const row of wanted) writer.run(query.insertInto('signal_types').values(row))
    // What signals are worth now is another sum.
    raiseVersions(writer, new Set(['signals']))
    return { changed: true }
  })
