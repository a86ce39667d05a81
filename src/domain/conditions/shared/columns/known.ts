import { type RawBuilder, sql } from 'kysely'
import type { PlanContext } from '../../define.ts'
import type { SetPlan } from '../../../members/plan.ts'
import { allOf, cutBy, inPiece } from '../set-query.ts'
import type { Rows } from './column.ts'

/** `known`: the column has a value. `unknown`: it has none. */
export type KnownTest = { readonly kind: 'known' } | { readonly kind: 'unknown' }

/** Those of a table for whom tests of their row (`t`) hold. */
export const rowsWhere = (
  { entity, table }: Rows,
  test: RawBuilder<boolean>,
  { dialect }: PlanContext,
): SetPlan =>
  cutBy(
    entity,
    dialect,
    sql`SELECT t.id FROM ${sql.table(table)} AS t WHERE ${allOf([inPiece('t.id'), test])}`,
  )

export const knownRaw = (column: RawBuilder<unknown>, { kind }: KnownTest): RawBuilder<boolean> =>
  kind === 'known' ? sql<boolean>`${column} IS NOT NULL` : sql<boolean>`${column} IS NULL`

export const knownText = (column: string, { kind }: KnownTest): string =>
  `${column} IS ${kind === 'known' ? 'NOT NULL' : 'NULL'}`

export const knownWords = (label: string, { kind }: KnownTest): string =>
  kind === 'known' ? `have a known ${label}` : `have no known ${label}`
