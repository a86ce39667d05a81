import { query, type Reader } from '#db/run.ts'
import { type Clock, toIso, toMinute } from '#kernel/clock.ts'
import { definitionIn } from './definition-in.ts'
import type { Members } from '../members/members.ts'
import type { Previews } from '../previews/previews.ts'
import { readWorkspace } from '../workspace/workspace.ts'
import { type Distributed, readDistribution } from './distribution.ts'
import type { Distribution } from './shown-distribution.ts'
import type { Indicators } from './read.ts'

/** How indicators spread over the customers: those that are there, and those that are only proposed. */
export interface Distributions {
  /** A frozen one as its values were stored, any other as of now. Throws NotFoundError. */
  ofIndicator(idOrName: string, signal?: AbortSignal): Promise<Distribution>
  /** Null for a proposal that defines no indicator. Throws NotFoundError. */
  ofProposal(id: string, signal?: AbortSignal): Promise<Distribution | null>
}

export function createDistributions(deps: {
  readonly reader: Reader
  readonly indicators: Indicators
  readonly previews: Previews
  readonly members: Members
  readonly clock: Clock
}): Distributions {
  const { reader, indicators, previews, members, clock } = deps
  const read = async (
    what: Distributed,
    storedAt: string | null,
    signal: AbortSignal | undefined,
  ): Promise<Distribution> => {
    const asOf = toMinute(clock.now())
    const found = await readDistribution(what, members, { asOf, ...(signal && { signal }) })
    return { asOf: storedAt ?? toIso(asOf), currency: readWorkspace(reader).currency.code, ...found }
  }
  return {
    async ofIndicator(idOrName, signal) {
      const { id, definition, valuesAsOf } = indicators.get(idOrName)
      const stored = valuesAsOf === null ? {} : { storedOf: id }
      return read({ definition, ...stored }, valuesAsOf, signal)
    },
    async ofProposal(id, signal) {
      const row = reader.get(query.selectFrom('proposals').select('change').where('id', '=', id))
      const definition =
        row && definitionIn(JSON.parse(row.change), (preview) => previews.get(preview).criteria)
      return definition === undefined ? null : read({ definition }, null, signal)
    },
  }
}
