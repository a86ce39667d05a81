/** Names in the order that lists of customers are read in: nothing is sorted then. */
export const names = `
CREATE INDEX customer_keys_name ON customer_keys(coalesce(last_name, first_name), first_name)
  WHERE coalesce(last_name, first_name) IS NOT NULL;
`
