import type { Writer } from '#db/run.ts'
import { prepared } from '../apply/change.ts'
import { gatherRows, type Gathered, rowsTogether, type RowValues } from './gather.ts'
import { quoted } from './names.ts'

type Driver = Writer['driver']

export interface Batch extends Pick<Gathered, 'add'> {
  /** Adds rows that were gathered elsewhere. */
  addGathered(rows: readonly RowValues[]): void
  /** Writes what has been added since. */
  write(): void
}

/** Rows that wait to be inserted into a staged table. */
export function batchInto(driver: Driver, table: string, columns: readonly string[]): Batch {
  const width = columns.length + 1
  const enough = rowsTogether(width) * width
  const into = `INSERT INTO ${table}(${['place', ...columns].map(quoted).join(', ')}) VALUES`
  const row = `(${Array(width).fill('?').join(',')})`
  const insertFull = () =>
    driver.prepare<RowValues[]>(`${into} ${Array(rowsTogether(width)).fill(row).join(',')}`)
  let many: ReturnType<typeof insertFull> | undefined
  const gathered = gatherRows(width)
  let waiting: RowValues[] = []
  return {
    add: (place, values, picks) => gathered.add(place, values, picks),
    addGathered(rows) {
      for (const values of rows) waiting.push(values)
    },
    write() {
      const all = [...waiting, ...gathered.takeAll()]
      waiting = []
      for (const values of all) {
        if (values.length === enough) (many ??= insertFull()).run(values)
        else {
          // One by one, by a statement that stays prepared: each other number of rows would need one of its own.
          const one = prepared(driver, `${into} ${row}`)
          for (let at = 0; at < values.length; at += width) one.run(values.slice(at, at + width))
        }
      }
    },
  }
}
