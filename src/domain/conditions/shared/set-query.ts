import { type RawBuilder, sql } from 'kysely'
import type { Bounds } from '../../time/bounds.ts'
import type { Dialect } from '../../dialects/define.ts'
import type { Entity } from '../../entities/entity.ts'
import type { RangeBound, SetPlan, SetQuery } from '../../members/plan.ts'

const low: RangeBound = { range: 'low' }
const high: RangeBound = { range: 'high' }

/** Limits a column to the piece that the engine is at. */
export const inPiece = (column: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} BETWEEN ${low} AND ${high}`

/** A statement that is run in ranges of internal customer ids; it must hold `inPiece(<customer id>)`. */
export const cutByCustomer = (dialect: Dialect, statement: RawBuilder<unknown>): SetPlan =>
  cutBy('customer', dialect, statement)

/** The same over internal ids of any entity. */
export const cutBy = (entity: Entity, dialect: Dialect, statement: RawBuilder<unknown>): SetPlan => ({
  kind: 'query',
  query: { ...dialect.compile(statement), cut: { by: entity } },
})

/** A statement that is run in stretches of time; it must hold `inPiece(<instant>)` and group nothing. */
export const byTime = (
  dialect: Dialect,
  statement: RawBuilder<unknown>,
  { from = BEGINNING, to }: Bounds,
): SetQuery => ({ ...dialect.compile(statement), cut: { by: 'time', from, to } })

export const cutByTime = (dialect: Dialect, statement: RawBuilder<unknown>, bounds: Bounds): SetPlan => ({
  kind: 'query',
  query: byTime(dialect, statement, bounds),
})

/** Tests of a customer's row in `facts AS f`; `alone` is a shorter way to the same people, where there is one. */
export const byFacts = (
  dialect: Dialect,
  tests: readonly RawBuilder<boolean>[],
  alone?: SetQuery,
): SetPlan => ({
  kind: 'facts',
  test: dialect.compile(allOf(tests)),
  ...(alone === undefined ? {} : { alone }),
})

/** A statement that is cheap enough, or too connected, to be cut. */
export const uncut = (dialect: Dialect, statement: RawBuilder<unknown>): SetPlan => ({
  kind: 'query',
  query: { ...dialect.compile(statement), cut: { by: 'none' } },
})

export const not = (of: SetPlan): SetPlan => ({ kind: 'not', of })
export const nobody: SetPlan = { kind: 'nobody' }

/** Instants inside bounds, as SQL on an expression of epoch seconds. */
export const inBounds = (instant: RawBuilder<number>, { from, to }: Bounds): RawBuilder<boolean> =>
  from === undefined ? sql<boolean>`${instant} <= ${to}` : sql<boolean>`${instant} BETWEEN ${from} AND ${to}`

/** The year 0: where a cut by time begins that has no beginning of its own. */
export const BEGINNING = -62_167_219_200

/** Bounds that no instant is in: a window that lies after now. */
export const isEmpty = ({ from, to }: Bounds): boolean => from !== undefined && from > to

export const allOf = (tests: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(tests, sql` AND `)}`
