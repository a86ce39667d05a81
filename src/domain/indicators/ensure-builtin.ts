import { query } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { holderOf } from '../references/taken-name.ts'
import type { Operation } from '../writer/operation.ts'
import { BUILTIN_INDICATORS } from './builtin.ts'
import type { IndicatorDefinition } from './schema.ts'
import { insertIndicator } from './store.ts'

const SYSTEM: Actor = { userId: null, name: 'Muster', surface: 'system', session: null }
const REASON = 'Worked out each time, so that it is never older than the data'

/** Makes the built-in indicators that are missing: run at every start, changes nothing the second time. */
export const ensureBuiltinIndicators: Operation<null, { readonly made: number }> = ({ writer, clock }) =>
  writer.transaction(() => {
    const present = new Set(writer.all(query.selectFrom('indicators').select('id')).map((row) => row.id))
    const missing = BUILTIN_INDICATORS.filter(({ id }) => !present.has(id))
    for (const { id, name, description, measure } of missing) {
      const definition: IndicatorDefinition = { kind: 'number', measure }
      insertIndicator(
        writer,
        {
          id,
          name: freeName(name),
          description,
          kind: 'builtin',
          definition: canonicalJson(definition),
          policy: 'dynamic',
          policyReason: REASON,
        },
        { at: clock.now(), actor: SYSTEM, proposalId: null },
      )
    }
    return { made: missing.length }

    // Somebody may have an indicator of that name in a database that is older than the built-in one.
    function freeName(name: string): string {
      return holderOf(writer, name) === undefined ? name : `${name} (built in)`
    }
  })
