import { z } from 'zod'
import { query, type Reader, type Writer } from '#db/run.ts'
import { SOURCES, type Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Bought } from '../purchases/bought.ts'

/** What a refresh does, in its order: who is in it, what they are worth, what they buy most. */
export const REFRESH_STEPS = ['customers', 'metrics', 'products'] as const
export type RefreshStep = (typeof REFRESH_STEPS)[number]

const number = z.int().min(0)
const patternsSchema = z.array(number)
const productsSchema = z.array(z.object({ id: z.int(), customers: number, spent: z.number() }))
const readFromSchema = z.partialRecord(z.enum(SOURCES), z.int())

/** The measures of a segment as they were stored. */
export interface StoredFigures extends Bought {
  readonly version: number
  readonly asOf: Instant
  readonly members: number
  /** The version counters of the data that it was read from. */
  readonly readFrom: Readonly<Partial<Record<Source, number>>>
}

/** The stored measures by segment; of one segment or of all that were ever measured. */
export const storedFigures = (reader: Reader, id?: string): ReadonlyMap<string, StoredFigures> =>
  new Map(
    reader
      .all(
        query
          .selectFrom('segment_figures')
          .selectAll()
          .$if(id !== undefined, (q) => q.where('segment_id', '=', id ?? '')),
      )
      .map(({ segment_id, as_of, read_from, patterns, products, ...row }) => [
        segment_id,
        {
          ...row,
          asOf: as_of,
          patterns: patternsSchema.parse(JSON.parse(patterns)),
          products: productsSchema.parse(JSON.parse(products)),
          readFrom: readFromSchema.parse(JSON.parse(read_from)),
        },
      ]),
  )

/** Keeps measures in place of those before; the caller holds the transaction. */
export function storeFigures(
  writer: Writer,
  segmentId: string,
  { version, asOf, members, buyers, orders, spent, patterns, products, readFrom }: StoredFigures,
): void {
  const row = {
    version,
    as_of: asOf,
    members,
    buyers,
    orders,
    spent,
    patterns: JSON.stringify(patterns),
    products: JSON.stringify(products),
    read_from: JSON.stringify(readFrom),
  }
  writer.run(
    query
      .insertInto('segment_figures')
      .values({ segment_id: segmentId, ...row })
      .onConflict((on) => on.column('segment_id').doUpdateSet(row)),
  )
}
