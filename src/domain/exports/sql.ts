/** Expressions over `c` (customers) and `f` (facts) that several formats write. */

/** The id that a customer was imported with; that of the generic format, where there are several. */
export const firstIdentity = `
  (SELECT coalesce(min(CASE i.source WHEN 'default' THEN i.external_id END), min(i.external_id))
   FROM identities AS i WHERE i.customer_id = c.id)`

const counted = (what: string, now: number) =>
  `(SELECT ${what} FROM orders AS o WHERE o.counted = 1 AND o.customer_id = c.id AND o.ordered_at <= ${now})`

/** What a customer's counted orders until `now` come to: from the facts row, unless some are dated later. */
export const ordersOf = ({ factsHold, now }: { readonly factsHold: boolean; readonly now: number }) =>
  factsHold
    ? { count: 'f.orders', spent: 'f.spent', firstAt: 'f.first_at', lastAt: 'f.last_at' }
    : {
        count: counted('count(*)', now),
        spent: counted('coalesce(sum(o.total), 0)', now),
        firstAt: counted('min(o.ordered_at)', now),
        lastAt: counted('max(o.ordered_at)', now),
      }
