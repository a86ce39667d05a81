import { query, type Reader } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import { ids } from '../members/bitset.ts'
import type { Members } from '../members/members.ts'
import type { ValueColumns } from '../members/reader-messages.ts'
import { readVersions } from '../members/read-versions.ts'
import { versionKey } from '../members/versions.ts'
import type { RefreshOptions } from '../segments/refresh.ts'
import type { Operation } from '../writer/operation.ts'
import type { WriterPort } from '../writer/port.ts'
import { movesWithTime, sourcesOfDefinition } from './policy.ts'
import type { Indicators } from './read.ts'
import type { Indicator } from './schema.ts'
import { raiseIndicators } from './store.ts'
import { measureValues } from './values.ts'

export interface RefreshedIndicator {
  readonly indicatorId: string
  readonly name: string
  /** How many customers have one. */
  readonly values: number
}

/** Makes the stored values of frozen indicators anew, where their data changed or they are older than a day. */
export type RefreshIndicators = (
  options: Pick<RefreshOptions, 'cause' | 'signal'>,
) => Promise<readonly RefreshedIndicator[]>

const DAY = 86_400

export function createIndicatorRefresh(deps: {
  readonly reader: Reader
  readonly indicators: Indicators
  readonly members: Members
  readonly writer: WriterPort
  readonly clock: Clock
}): RefreshIndicators {
  const { reader, indicators, members, writer, clock } = deps

  const valuesOf = async (
    { definition }: Indicator,
    asOf: Instant,
    signal: AbortSignal | undefined,
  ): Promise<ValueColumns> => {
    const options = { asOf, ...(signal && { signal }) }
    if (definition.kind === 'number') return measureValues(definition.measure, members, options)
    const { bits } = await members.of(definition.criteria, options)
    const customers = Float64Array.from(ids(bits))
    return { ids: customers, values: new Float64Array(customers.length).fill(1) }
  }

  return async ({ signal }) => {
    const asOf = toMinute(clock.now())
    const refreshed: RefreshedIndicator[] = []
    for (const indicator of indicators.list()) {
      if (indicator.policy !== 'frozen') continue
      const from = versionKey(readVersions(reader), [
        'customers',
        ...sourcesOfDefinition(reader, indicator.definition),
      ])
      if (isFresh(reader, indicator, from, asOf)) continue
      const values = await valuesOf(indicator, asOf, signal)
      await writer.call('storeIndicatorValues', {
        indicatorId: indicator.id,
        version: indicator.version,
        asOf,
        from,
        values,
      })
      refreshed.push({ indicatorId: indicator.id, name: indicator.name, values: values.ids.length })
    }
    return refreshed
  }
}

function isFresh(reader: Reader, { id, definition }: Indicator, from: string, asOf: Instant): boolean {
  const kept = reader.get(
    query.selectFrom('indicators').select(['values_as_of', 'values_from']).where('id', '=', id),
  )
  if (kept === undefined || kept.values_as_of === null || kept.values_from !== from) return false
  return !movesWithTime(definition) || asOf - kept.values_as_of < DAY
}

/** Stores the values of an indicator, if it still is what was computed. */
export const storeIndicatorValues: Operation<
  {
    readonly indicatorId: string
    readonly version: number
    readonly asOf: Instant
    readonly from: string
    readonly values: ValueColumns
  },
  null
> = ({ writer }, { indicatorId, version, asOf, from, values }) => {
  writer.transaction(() => {
    const now = writer.get(query.selectFrom('indicators').select('version').where('id', '=', indicatorId))
    if (now?.version !== version) return
    writer.run(query.deleteFrom('indicator_values').where('indicator_id', '=', indicatorId))
    const insert = writer.driver.prepare<[string, string]>(`
      INSERT INTO indicator_values(indicator_id, customer_id, value)
      SELECT ?, value ->> 0, value ->> 1 FROM json_each(?)`)
    for (let at = 0; at < values.ids.length; at += BLOCK) {
      const rows = Array.from(values.ids.subarray(at, at + BLOCK), (id, i) => [id, values.values[at + i]])
      insert.run(indicatorId, JSON.stringify(rows))
    }
    writer.run(
      query
        .updateTable('indicators')
        .set({ values_as_of: asOf, values_from: from })
        .where('id', '=', indicatorId),
    )
    raiseIndicators(writer)
  })
  return null
}

const BLOCK = 5000
