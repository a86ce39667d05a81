import { insertKeys } from '../../customers/keys.ts'
import { fillTable } from '../apply/bulk.ts'
import { change } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { CHANGED } from './staged.ts'

/** Writes the folded texts of the changed customers, which conditions search. */
export function writeKeys({ driver }: ApplyRun): void {
  change(driver, `DELETE FROM customer_keys WHERE id IN (SELECT id FROM ${CHANGED})`)
  fillTable(driver, 'customer_keys', insertKeys(`${CHANGED} x CROSS JOIN customers c ON c.id = x.id`))
}
