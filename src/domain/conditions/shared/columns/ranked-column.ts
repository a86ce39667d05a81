import { sql } from 'kysely'
import { countOf, foldText } from '#kernel/text.ts'
import type { Asked, Column, ColumnReadings } from './column.ts'
import { rowsWhere } from './known.ts'
import { missOf } from '../miss.ts'
import { literal } from '../sql-text.ts'
import { valueWords } from '../value-words.ts'
import { keyColumn, type TextColumn, textColumn } from './text-column.ts'

/** How sqlView calls the part that lists values from one on, or up to one. */
export const RANKED_PART = 'values: '

/** An order that the values of a column stand in. */
export interface Ranking {
  /** The rank of a (folded) value; undefined where it stands in no order with the others. */
  rankOf(key: string): number | undefined
  /** Every key that has a rank. */
  readonly keys: readonly string[]
  /** `or later`, `or higher`; `later than`, `above`. */
  readonly words: Readonly<Record<'>' | '>=' | '<' | '<=', (value: string) => string>>
}

type RankOp = keyof Ranking['words']
const isRankOp = (op: Asked['op']): op is RankOp => op === '>' || op === '>=' || op === '<' || op === '<='

const PASSES = {
  '>': (rank: number, limit: number) => rank > limit,
  '>=': (rank: number, limit: number) => rank >= limit,
  '<': (rank: number, limit: number) => rank < limit,
  '<=': (rank: number, limit: number) => rank <= limit,
} as const

/** A text column whose values stand in an order, so that "Series B or later" can be asked. */
export function rankedColumn<R>(spec: TextColumn<R>, ranking: Ranking): Column<R> {
  const plain = textColumn(spec)
  return {
    ...plain,
    takes: `${plain.takes}, or ${Object.keys(ranking.words).join(', ')} with one value that has a place in the order`,
    readings(asked) {
      if (!isRankOp(asked.op)) return plain.readings(asked)
      const limit = typeof asked.value === 'string' ? ranking.rankOf(foldText(asked.value)) : undefined
      return limit === undefined ? undefined : ranked(spec, ranking, asked.op, String(asked.value), limit)
    },
  }
}

function ranked<R>(
  spec: TextColumn<R>,
  ranking: Ranking,
  op: RankOp,
  value: string,
  limit: number,
): ColumnReadings<R> {
  const keys = ranking.keys.filter((key) => PASSES[op](ranking.rankOf(key) ?? Number.NaN, limit))
  const known = textColumn(spec).readings({ op: 'known' })
  return {
    words: () => spec.phrase('have', ranking.words[op]((spec.format ?? valueWords)(value))),
    plan: (ctx) => rowsWhere(spec.rows, ctx.dialect.oneOf(sql.ref(`t.${keyColumn(spec)}`), keys), ctx),
    predicate: (_ctx, { part }) =>
      `${spec.rows.entity}.${keyColumn(spec)} IN (SELECT value FROM ${part(
        `${RANKED_PART}${spec.name} ${op} ${value}`,
        () =>
          (keys.length === 0 ? ['NULL'] : keys.map(literal))
            .map((key) => `SELECT ${key} AS value`)
            .join(' UNION ALL '),
      )})`,
    holds(record) {
      const text = spec.read(record)
      const rank = text === null ? undefined : ranking.rankOf(foldText(text))
      return rank !== undefined && PASSES[op](rank, limit)
    },
    actual: (record, ctx) => known?.actual(record, ctx) ?? '',
    miss(record) {
      const text = spec.read(record)
      const rank = text === null ? undefined : ranking.rankOf(foldText(text))
      if (rank === undefined) return undefined
      return missOf(
        rank,
        { op, value: limit },
        { words: (n, more) => `${countOf(n, 'step')} ${more ? 'up' : 'down'} in ${spec.label}` },
      )
    },
  }
}
