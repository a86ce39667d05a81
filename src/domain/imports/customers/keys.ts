import { TEXT_FIELDS } from '../../customers/keys.ts'
import { fillTable } from '../apply/bulk.ts'
import type { ApplyRun } from '../apply/run.ts'
import { CHANGED } from './staged.ts'

/** Writes the folded texts of the changed customers, which conditions search. */
export function writeKeys({ driver }: ApplyRun): void {
  driver.exec(`DELETE FROM customer_keys WHERE id IN (SELECT id FROM ${CHANGED})`)
  const keys = TEXT_FIELDS.map(
    (field) => `CASE WHEN c.${field} IS NOT NULL THEN key_of_${field}(c.${field}) END`,
  )
  fillTable(
    driver,
    'customer_keys',
    `INSERT INTO customer_keys(id, ${TEXT_FIELDS.join(', ')})
     SELECT c.id, ${keys.join(', ')} FROM ${CHANGED} x JOIN customers c ON c.id = x.id`,
  )
}
