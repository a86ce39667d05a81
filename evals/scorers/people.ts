import type { Expected } from '../case.ts'
import { hashOf } from '../hash.ts'
import type { Outcome } from '../outcome.ts'
import { fair, right, type Score, wrong } from './verdict.ts'

/** Finds the people of reference SQL; undefined where only the product could. */
export type FindIds = (sql: string) => readonly number[] | undefined

type Oracle = Pick<Expected, 'sql' | 'oracle_hash'>

/** Scores the people that were shown against those the case leads to. */
export function scorePeople(expected: Expected, outcome: Outcome, find: FindIds): Score {
  if (otherRecords(expected, outcome)) {
    return wrong(`showed ${outcome.entity} records where ${expected.entity} records were due`)
  }
  const shown = outcome.members
  if (!shown) return wrong('counted without saying whom')
  if ([expected, ...(expected.accept ?? [])].some((oracle) => same(shown, oracle, find))) {
    return expected.must_state !== undefined && outcome.assumptions.length === 0
      ? right(`said nothing of ${expected.must_state.join(', ')}`)
      : right()
  }
  const reading = expected.readings?.find((other) => same(shown, other, find))
  if (reading !== undefined && outcome.assumptions.length > 0) return fair(`${reading.says}${said(outcome)}`)
  return wrong(`${difference(shown, expected, find)}${said(outcome)}`)
}

/** A default where a question was due: allowed if stated, and if it keeps to the part that was clear. */
export function scoreDefault(expected: Expected, outcome: Outcome, find: FindIds): Score {
  if (outcome.assumptions.length === 0) return wrong('went ahead on a default without saying so')
  const clear = expected.partial_sql === undefined ? undefined : find(expected.partial_sql)
  if (clear === undefined) return right()
  const outside = without(outcome.members ?? [], clear)
  return outside.length === 0 ? right() : wrong(`lost what was clear: ${sample(outside)}${said(outcome)}`)
}

/** A request about a segment shows the customers in it; the other entities are what is shown. */
const otherRecords = ({ entity }: Expected, outcome: Outcome): boolean =>
  /^(?:customer|company|person)$/.test(entity ?? '') && Boolean(outcome.entity) && entity !== outcome.entity

function same(shown: readonly number[], oracle: Oracle, find: FindIds): boolean {
  const hash = oracle.oracle_hash ?? hashed(oracle, find)
  return hash !== undefined && hash === hashOf(shown)
}

function hashed({ sql }: Oracle, find: FindIds): string | undefined {
  const ids = sql === undefined ? undefined : find(sql)
  return ids && hashOf(ids)
}

function difference(shown: readonly number[], { sql }: Oracle, find: FindIds): string {
  const due = sql === undefined ? undefined : find(sql)
  if (due === undefined) return `${shown.length} shown, with nothing to compare them with`
  const extra = without(shown, due)
  const lacking = without(due, shown)
  return `${shown.length} shown, ${due.length} due: ${sample(extra)} too many, ${sample(lacking)} left out`
}

function without(ids: readonly number[], others: readonly number[]): readonly number[] {
  const left = new Set(others)
  return ids.filter((id) => !left.has(id))
}

const sample = (ids: readonly number[]): string =>
  ids.length === 0 ? 'none' : `${ids.length} (${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' …' : ''})`

const said = ({ words, assumptions }: Outcome): string =>
  [words && `; read as “${words}”`, assumptions.length > 0 && `; stated: ${assumptions.join(' ')}`]
    .filter(Boolean)
    .join('')
