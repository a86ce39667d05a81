import type { Writer } from '#db/run.ts'
import { LimitError } from '#kernel/errors.ts'
import type { Currency } from '#kernel/money.ts'
import type { Entity } from '../entities/entity.ts'
import { type Bitset, count, has, ids } from '../members/bitset.ts'
import { type FormatContext, isLeftOut, type Row, type RowPlan, type Value } from './formats/define.ts'
import type { ExportOptions } from './options.ts'
import { readScores } from './read-scores.ts'
import { erased, RECORDS } from './records.ts'

type Driver = Writer['driver']

export interface RowsTask {
  readonly entity: Entity
  readonly plan: RowPlan
  readonly members: Bitset
  /** Only the first of several customers with the same e-mail address has a row. */
  readonly unique: boolean
  progress(done: number, total: number): void
  /** Asked between blocks. */
  cancelled(): boolean
}

/** Where rows go. */
export interface RowSink {
  row(id: number, row: Row): void
  leaveOut(id: number, why: string): void
}

/** Ids in one statement: large enough to be fast, small enough that memory stays constant. */
const BLOCK = 5000

const TWIN = 'the e-mail address of somebody else in the file'

/** Members before this one who have the same e-mail address and may be reached by it. */
const twins = `
  (SELECT group_concat(t.id) FROM customer_keys AS t JOIN facts AS tf ON tf.id = t.id
   WHERE t.email = k.email AND t.id < k.id AND tf.email_reachable = 1 AND f.email_reachable = 1)`

/** Makes the row of every member, in the order of their ids. Throws LimitError when cancelled. */
export function makeRows(
  driver: Driver,
  { entity, plan, members, unique, ...hooks }: RowsTask,
  sink: RowSink,
): void {
  const statement = driver
    .prepare<[string], Value[]>(
      `SELECT ${plan.select.join(', ')}, c.id, ${unique ? twins : 'NULL'} FROM json_each(?) AS j
       ${RECORDS[entity].joined}`,
    )
    .raw()
  const [known, twin] = [plan.select.length, plan.select.length + 1]
  const isTwin = (earlier: Value | undefined) =>
    typeof earlier === 'string' && earlier.split(',').some((id) => has(members, Number(id)))
  const total = count(members)
  let done = 0
  for (const block of blocksOf(members)) {
    if (hooks.cancelled()) {
      throw new LimitError('The export was cancelled; nothing of it was kept', {
        next: 'Start it again when you like.',
      })
    }
    const rows = statement.all(JSON.stringify(block))
    for (let at = 0; at < block.length; at++) {
      const id = block[at] ?? 0
      const values = rows[at] ?? []
      if (values[known] === null) sink.leaveOut(id, erased(entity))
      else if (isTwin(values[twin])) sink.leaveOut(id, TWIN)
      else {
        const made = plan.row(id, values)
        if (isLeftOut(made)) sink.leaveOut(id, made.why)
        else sink.row(id, made)
      }
    }
    done += block.length
    hooks.progress(done, total)
  }
}

export interface ContextTask {
  readonly entity: Entity
  readonly options: ExportOptions
  readonly now: number
  readonly currency: Currency
  readonly removal: boolean
}

/** What a format is given, as the connection's present snapshot has it. */
export function contextOf(driver: Driver, task: ContextTask): FormatContext {
  const latest = driver
    .prepare<[], number | null>('SELECT max(ordered_at) FROM orders WHERE counted = 1')
    .pluck()
    .get()
  const { now } = task
  const factsHold = (latest ?? 0) <= now
  return {
    ...task,
    factsHold,
    filled: (column) =>
      driver.prepare(`SELECT 1 FROM customers WHERE ${column} <> '' LIMIT 1`).get() !== undefined,
    scores: () => readScores(driver, { factsHold, now }),
  }
}

/** Members in pieces for one statement each. */
export function* blocksOf(members: Bitset): Generator<number[]> {
  let block: number[] = []
  for (const id of ids(members)) {
    block.push(id)
    if (block.length < BLOCK) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}
