/**
 * Order lines are looked up by category only where they have one: shops whose exports name no categories paid for
 * sorting all of their lines by nothing.
 */
export const linesOfCategories = `
DROP INDEX items_category;
CREATE INDEX items_category ON items(category_id, customer_id, ordered_at, order_id)
  WHERE counted = 1 AND category_id IS NOT NULL;
`
