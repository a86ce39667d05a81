import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { canonicalJson } from '#kernel/hash.ts'
import type { Criteria } from '../criteria/schema.ts'
import { holderOf } from '../references/taken-name.ts'
import type { Operation } from '../writer/operation.ts'
import { DEFAULT_SEGMENTS } from './defaults.ts'
import { insertSegment } from './store.ts'

const SYSTEM: Actor = { userId: null, name: 'Muster', surface: 'system', session: null }

/** Makes the default segments that are missing: run at every start, changes nothing the second time. */
export const ensureDefaultSegments: Operation<null, { readonly made: number }> = ({ writer, clock }) =>
  writer.transaction(() => {
    const present = new Set(writer.all(query.selectFrom('segments').select('id')).map((row) => row.id))
    const missing = DEFAULT_SEGMENTS.filter(({ id }) => !present.has(id))
    for (const { id, name, description } of missing) {
      const criteria: Criteria = { type: 'rfm', segment: [name] }
      insertSegment(
        writer,
        { id, name: freeName(name), description, kind: 'default', criteria: canonicalJson(criteria) },
        { at: clock.now(), actor: SYSTEM, proposalId: null },
      )
    }
    return { made: missing.length }

    // A list, segment or indicator of an older database may hold the name already; names are unique.
    function freeName(name: string): string {
      return holderOf(writer, name) === undefined ? name : `${name} (RFM)`
    }
  })
