import { sql } from 'kysely'
import { attributeTest, OPS_BY_KIND } from '../../attribute/attribute-test.ts'
import type { PlanContext, Problem, ReadingContext } from '../../define.ts'
import { compare, type Comparison, normalComparison } from '../comparison.ts'
import { comparisonRaw, comparisonText } from '../comparison-sql.ts'
import { missOf } from '../miss.ts'
import type { Asked, Column, Rows } from './column.ts'
import { knownRaw, type KnownTest, knownText, knownWords, rowsWhere } from './known.ts'

export interface NumberColumn<R> {
  readonly rows: Rows
  readonly name: string
  readonly label: string
  read(record: R): number | null
  /** `have more than 50 employees` */
  words(test: Comparison, ctx: ReadingContext): string
  check?(test: Comparison, ctx: PlanContext): readonly Problem[]
  /** `has 40 employees` */
  has(value: number, ctx: ReadingContext): string
  /** `10 more employees` */
  lacks(difference: number, more: boolean, ctx: ReadingContext): string
  /** The least that it changes by; 1. */
  readonly step?: number
  /** Whether it can be below 0. */
  readonly signed?: boolean
}

type NumberTest = KnownTest | { readonly kind: 'number'; readonly test: Comparison }

function numberTest({ op, value }: Asked): NumberTest | undefined {
  if (op === 'like' || op === 'means' || op === 'has') return undefined
  const test = attributeTest({ op, value })
  return test?.kind === 'texts' || test?.kind === 'window' ? undefined : test
}

/** A number, as it was imported. */
export function numberColumn<R>(spec: NumberColumn<R>): Column<R> {
  const { rows, name, label } = spec
  const column = sql.ref(`t.${name}`)
  const printed = `${rows.entity}.${name}`
  return {
    takes: OPS_BY_KIND.number,
    normal(asked) {
      const test = numberTest(asked)
      return test?.kind === 'number' ? normalComparison(test.test) : asked
    },
    readings(asked) {
      const test = numberTest(asked)
      if (test === undefined) return undefined
      return {
        check: (ctx) => (test.kind === 'number' ? (spec.check?.(test.test, ctx) ?? []) : []),
        words: (ctx) => (test.kind === 'number' ? spec.words(test.test, ctx) : knownWords(label, test)),
        plan: (ctx) =>
          rowsWhere(
            rows,
            test.kind === 'number' ? comparisonRaw(column, test.test) : knownRaw(column, test),
            ctx,
          ),
        predicate: () =>
          test.kind === 'number' ? comparisonText(printed, test.test) : knownText(printed, test),
        holds(record) {
          const value = spec.read(record)
          if (test.kind === 'unknown') return value === null
          return value !== null && (test.kind === 'known' || compare(value, test.test))
        },
        actual(record, ctx) {
          const value = spec.read(record)
          return value === null ? `has no known ${label}` : spec.has(value, ctx)
        },
        miss(record, ctx) {
          const value = spec.read(record)
          if (test.kind !== 'number' || value === null) return undefined
          const { step = 1, signed = false } = spec
          return missOf(value, test.test, {
            step,
            signed,
            words: (n, more) => spec.lacks(Math.ceil(n / step - 1e-9) * step, more, ctx),
          })
        },
      }
    },
  }
}
