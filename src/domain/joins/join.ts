import type { Instant } from '#kernel/clock.ts'
import { joinCustomers, JOINING, type Joining, type Pair } from '../customers/join.ts'
import { BEFORE } from './before.ts'

/**
 * Makes one customer of each pair of two sources, and keeps what both were, so that they can be separated again. The
 * caller holds the transaction.
 */
export function joinSources(
  run: Joining & { readonly now: Instant; readonly rule: 'email' | 'phone' | 'hand' },
  pairs: readonly Pair[],
): void {
  joinCustomers(run, pairs, () => void run.driver.prepare(RECORD).run(run.rule, run.now))
}

const standing = (identity: string): string =>
  `EXISTS (SELECT 1 FROM joins j WHERE j.source = ${identity}.source AND j.external_id = ${identity}.external_id
     AND j.separated_at IS NULL)`

// Each source of the one that goes, unless it is joined already; with that of the other which was there first.
const RECORD = `INSERT INTO joins(source, external_id, own_id, with_source, with_external_id, rule, at, before)
  SELECT i.source, min(i.external_id), x.gone, w.source, w.external_id, ?, ?, ${BEFORE}
  FROM ${JOINING} x JOIN identities i ON i.customer_id = x.gone
  JOIN identities w ON (w.source, w.external_id) = (
    SELECT o.source, o.external_id FROM identities o WHERE o.customer_id = x.kept
    ORDER BY ${standing('o')}, o.source, o.external_id LIMIT 1)
  GROUP BY x.gone, i.source HAVING max(${standing('i')}) = 0`
