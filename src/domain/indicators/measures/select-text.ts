/** The value of each customer, over rows of a documented view: `v_orders WHERE …`. */
export const valuesText = (rows: string, value: string): string =>
  `SELECT customer_id, ${value} AS value FROM ${rows} GROUP BY customer_id`
