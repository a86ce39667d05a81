import { expect, test } from 'vitest'
import { ids } from './bitset.ts'
import type { ReaderTask } from './reader-messages.ts'
import type { Reading } from './reading.ts'
import { createSums } from './sums.ts'
import { membersBySums } from './totals.ts'

const QUERY = { sql: 'SELECT customer_id FROM orders', parameters: [], cut: { by: 'none' } } as const

/** Who has two rows, and who has more, of customers of whom the second has three rows and the third two. */
async function summed(customer: number) {
  const missing: Reading[] = []
  const tasks: ReaderTask['kind'][] = []
  const found: number[][] = []
  const lane = {
    threads: 1,
    async run(task: ReaderTask) {
      tasks.push(task.kind)
      if (task.kind !== 'sum') throw new Error('Nothing else is asked of a thread')
      return { kind: 'summed' as const, members: membersBySums(task.columns, task.ranges) }
    },
    stop() {},
  }
  const ask = createSums(missing, lane, { highestIds: { customer, company: 0, person: 0 } })
  for (const [at, to] of [2, 9].entries()) {
    ask({ rows: [QUERY], from: 2 + at, to }, ['orders'], (members) => (found[at] = [...ids(members)]))
  }
  for (const { finish } of missing) {
    await finish([{ kind: 'columns', columns: [Float64Array.of(2, 3, 2, 3, 2)] }])
  }
  return { readings: missing.length, tasks, found }
}

test('ranges of the same rows are read once, and of little are added up at once', async () => {
  expect(await summed(3)).toEqual({ readings: 1, tasks: [], found: [[3], [2]] })
})

test('of many customers a thread adds up', async () => {
  expect(await summed(1_000_000)).toEqual({ readings: 1, tasks: ['sum'], found: [[3], [2]] })
})
