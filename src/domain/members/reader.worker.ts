import { parentPort, workerData } from 'node:worker_threads'
import { faultOf, openReadOnly } from '#db/open.ts'
import { giveWay } from '#kernel/give-way.ts'
import { keepLast } from '#kernel/keep-last.ts'
import { toPlain } from '#kernel/plain-error.ts'
import { SCORES_SQL, type StoredScore } from '../profiles/scoring/differences.ts'
import { outlookOf } from '../profiles/scoring/outlook.ts'
import { gradeIcp, gradePersonas } from '../profiles/scoring/qualify.ts'
import { boughtBy } from '../purchases/bought.ts'
import { readLines, readOrders } from '../purchases/read-step.ts'
import { scoresOf } from '../rfm/scores.ts'
import { type Changed, changesIn } from './changed.ts'
import { heldState } from './held-state.ts'
import { orderBy, orderListed } from './order.ts'
import { readPatch } from './patch.ts'
import { partOf } from './parts.ts'
import type {
  FromReader,
  ReaderAnswer,
  ReaderSettings,
  ReaderTask,
  Statement,
  Step,
  StepResult,
  ToReader,
} from './reader-messages.ts'
import { tallyOf } from './tally.ts'
import { joined } from './values.ts'
import { membersBySums } from './totals.ts'
import { versionKey } from './versions.ts'

// Whoever waits for a light answer waits for the main thread.
giveWay(2)
const settings: ReaderSettings = workerData
const driver = openReadOnly(settings.databasePath)

const changes = changesIn(driver)
const state = heldState(driver)

/** A statement runs once for every piece of its reading: preparing it once is enough. */
const numbersBy = keepLast(256, (sql) => driver.prepare<unknown[], number>(sql).pluck())

const numbersOf = ({ sql, parameters }: Statement): number[] => numbersBy(sql).all(...parameters)

function perform({ task, cancel }: ToReader): ReaderAnswer {
  switch (task.kind) {
    case 'read':
      return read(task, cancel)
    case 'sort':
      return { kind: 'sorted', values: joined(task.pieces).sort() }
    case 'order':
      return { kind: 'ordered', order: orderBy(task.by, task.orders, task.before) }
    case 'score':
      return { kind: 'scored', scores: scoresOf(task.orders) }
    case 'bought':
      return { kind: 'bought', bought: boughtBy(task.sets, task.all) }
    case 'sum':
      return { kind: 'summed', members: membersBySums(task.columns, task.ranges) }
    case 'grade-icp':
      gradeIcp(task)
      return { kind: 'graded' }
    case 'grade-personas':
      gradePersonas(task)
      return { kind: 'graded' }
  }
}

/** At the very versions that it was planned on. */
function read(task: Extract<ReaderTask, { kind: 'read' }>, cancel: Int32Array): ReaderAnswer {
  if (!state.isAt(task.at, task.sources)) return { kind: 'moved' }
  const results: StepResult[] = []
  const changed = changes(versionKey(task.at, task.sources))
  for (const step of task.steps) {
    // Whoever cancelled waits for no answer: it need not be whole.
    if (Atomics.load(cancel, 0) === 1) break
    results.push(readStep(step, changed))
  }
  return { kind: 'read', results }
}

function readStep(step: Step, changed: Changed): StepResult {
  switch (step.kind) {
    case 'ids':
      return { kind: 'ids', part: partOf(numbersOf(step.statement), step.low) }
    case 'patch':
      return { kind: 'patch', patch: readPatch(step, changed, numbersOf) }
    case 'columns':
      return {
        kind: 'columns',
        columns: step.statements.map((statement) => Float64Array.from(numbersOf(statement))),
      }
    case 'values': {
      const { sql, parameters } = step.statement
      const rows = driver
        .prepare<unknown[], [id: number, value: number | null]>(sql)
        .raw()
        .all(...parameters)
        .filter((row): row is [number, number] => row[1] !== null)
      return {
        kind: 'values',
        values: {
          ids: Float64Array.from(rows, ([id]) => id),
          values: Float64Array.from(rows, ([, value]) => value),
        },
      }
    }
    case 'tally': {
      const { sql, parameters } = step.statement
      const rows = driver
        .prepare<unknown[], [id: number, key: string | number | null, amount: number]>(sql)
        .raw()
        .all(...parameters)
      return { kind: 'tally', tally: tallyOf(rows, step.members) }
    }
    case 'listed':
      return { kind: 'listed', order: orderListed(numbersOf(step.statement)) }
    case 'orders':
      return { kind: 'orders', piece: readOrders(driver, step.columns, changed) }
    case 'lines':
      return { kind: 'lines', piece: readLines(driver, step.columns, changed) }
    case 'outlook': {
      const stored = driver
        .prepare<unknown[], StoredScore>(SCORES_SQL)
        .raw()
        .all(step.entity, step.low, step.high)
      return { kind: 'outlook', outlook: outlookOf(stored, step) }
    }
  }
}

/** The memory of an answer, which moves to the main thread instead of being copied. */
function memoryOf(answer: ReaderAnswer): ArrayBuffer[] {
  switch (answer.kind) {
    case 'read':
      return answer.results.flatMap((result) => {
        switch (result.kind) {
          case 'ids':
            return [result.part.words.buffer]
          case 'patch':
            return [result.patch.part.words.buffer]
          case 'columns':
            return result.columns.map((column) => column.buffer)
          case 'values':
            return [result.values.ids.buffer, result.values.values.buffer]
          case 'tally':
          // Theirs is shared.
          case 'listed':
          case 'orders':
          case 'lines':
          case 'outlook':
            return []
        }
      })
    case 'moved':
    case 'ordered':
    case 'scored':
    case 'bought':
    case 'graded':
      return []
    case 'sorted':
      return [answer.values.buffer]
    case 'summed':
      return answer.members.map(({ buffer }) => buffer)
  }
}

parentPort?.on('message', (message: ToReader) => {
  try {
    const answer = perform(message)
    parentPort?.postMessage({ type: 'done', answer } satisfies FromReader, memoryOf(answer))
  } catch (error) {
    parentPort?.postMessage({
      type: 'failed',
      error: toPlain(faultOf(error, settings.databasePath)),
    } satisfies FromReader)
  }
})
