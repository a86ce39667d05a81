import type { Writer } from '#db/run.ts'
import { change, countRows, emptyTable } from '../imports/apply/change.ts'

type Driver = Writer['driver']

/** The customers that a write concerns, gathered in a temporary table: there can be millions. */
export interface TouchedCustomers {
  /** Adds the customers that a query answers with. */
  add(select: string, ...parameters: (string | number)[]): void
  /** From now on it is everybody who is there at the end; what is added needs no looking up. */
  everyone(): void
  /** Completes the list and answers how many there are. */
  settle(): number
}

/** The name of the table within SQL: one column, `id`. */
export const TOUCHED = 'temp.touched_customers'

/** Starts an empty list of touched customers on this connection. */
export function touchedCustomers(driver: Driver): TouchedCustomers {
  emptyTable(driver, TOUCHED, 'id INTEGER PRIMARY KEY')
  let all = false
  const insert = (select: string, ...parameters: (string | number)[]) =>
    void change(driver, `INSERT OR IGNORE INTO ${TOUCHED} ${select}`, ...parameters)
  return {
    add(select, ...parameters) {
      if (!all) insert(select, ...parameters)
    },
    everyone() {
      all = true
    },
    settle() {
      if (all) insert('SELECT id FROM customers')
      return countRows(driver, TOUCHED)
    },
  }
}
