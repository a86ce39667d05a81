import type { Writer } from '#db/run.ts'
import { change } from '../apply/change.ts'
import { countSameButFor, type Upsert } from '../apply/upsert.ts'
import { stagedName } from '../staging/names.ts'

type Driver = Writer['driver']

const OTHER_TAGS = `coalesce(s.tags, '[]') <> (
  SELECT json_group_array(g.label ORDER BY g.key) FROM product_tags g WHERE g.product_id = t.id)`

/** How many products are the same but for their tags. */
export const countRetagged = (driver: Driver, rows: Upsert): number =>
  countSameButFor(driver, rows, OTHER_TAGS)

/** Replaces the tags of the staged products. */
export function writeTags(driver: Driver): void {
  const staged = `${stagedName('products')} s JOIN products t ON t.external_id = s.id`
  change(driver, `DELETE FROM product_tags WHERE product_id IN (SELECT t.id FROM ${staged})`)
  change(
    driver,
    `INSERT INTO product_tags(key, product_id, label)
     SELECT fold_text(j.value), t.id, j.value FROM ${staged} JOIN json_each(s.tags) j`,
  )
}
