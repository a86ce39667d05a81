import { fillTable } from '../apply/bulk.ts'
import type { ApplyRun } from '../apply/run.ts'
import { change } from '../apply/change.ts'
import { JOINED } from './joined.ts'
import { CHANGED, IS_CHANGED, stagedCustomers } from './staged.ts'

/** The columns that hold several labels, and what kind of label they are. */
export const LABELS = { tags: 'tag', interests: 'interest' } as const
export type LabelColumn = keyof typeof LABELS

/** Are the labels of customer `c` others than those of the staged row `s`? */
export function labelsDiffer(column: LabelColumn, joined: boolean): string {
  const others = `coalesce(s.${column}, '[]') <> (
     SELECT json_group_array(l.label ORDER BY l.key) FROM customer_labels l
     WHERE l.customer_id = c.id AND l.kind = '${LABELS[column]}')`
  // A source of several adds its labels to those of the others.
  const more = `EXISTS (SELECT 1 FROM json_each(s.${column}) n WHERE NOT EXISTS (
     SELECT 1 FROM customer_labels l WHERE l.kind = '${LABELS[column]}' AND l.key = fold_text(n.value)
       AND l.customer_id = c.id))`
  return joined ? `iif(c.id IN (${JOINED}), ${more}, ${others})` : others
}

/** Replaces the labels of the changed customers. */
export function writeLabels(run: ApplyRun, column: LabelColumn): void {
  const kind = LABELS[column]
  change(
    run.driver,
    `DELETE FROM customer_labels WHERE kind = '${kind}' AND customer_id IN (SELECT id FROM ${CHANGED})
       AND customer_id NOT IN (${JOINED})`,
  )
  fillTable(
    run.driver,
    'customer_labels',
    `INSERT INTO customer_labels(kind, key, customer_id, label)
     SELECT '${kind}', fold_text(j.value) AS key, i.customer_id, j.value
     FROM ${stagedCustomers(run)} JOIN json_each(s.${column}) j
     WHERE ${IS_CHANGED} ORDER BY key, i.customer_id
     ON CONFLICT DO NOTHING`,
  )
}
