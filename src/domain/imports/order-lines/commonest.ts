/** Selects the `value` that a column most often has among the lines of each `id`; of equals the first seen. */
export const commonest = (lines: string, id: string, column: string): string => `
  SELECT id, value FROM (
    SELECT id, value, row_number() OVER (PARTITION BY id ORDER BY times DESC, first) AS rank FROM (
      SELECT ${id} AS id, ${column} AS value, count(*) AS times, min(place) AS first
      FROM ${lines} WHERE ${column} IS NOT NULL GROUP BY 1, 2))
  WHERE rank = 1`
