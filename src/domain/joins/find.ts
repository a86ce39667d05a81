import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import type { JoinRule } from '#db/schema.ts'
import type { Pair } from '../customers/join.ts'
import { isUsableEmail } from '../facts/usable-address.ts'
import { VERIFYING_EVENTS } from './verifying.ts'

export interface Found {
  readonly pairs: readonly Pair[]
  /** Addresses that several customers of one source have: whose they are nobody can tell, so nobody is joined. */
  readonly ambiguous: number
}

export type Shared = 'email' | 'phone'

/** What a rule looks at, in this order. */
export const sharedBy = (rule: JoinRule): readonly Shared[] =>
  rule === 'off' ? [] : rule === 'email' ? ['email'] : ['email', 'phone']

const did = (types: string): string =>
  `EXISTS (SELECT 1 FROM event_types y JOIN events v ON v.type_id = y.id AND v.customer_id = o.id WHERE y.key IN ${types})`

/**
 * An address is verified where its owner has shown that it is theirs: they consented to the channel, opened or clicked
 * an e-mail or unsubscribed by one, or placed an order that counts; and no e-mail to it bounced.
 */
const VERIFIED: Readonly<Record<Shared, string>> = {
  email: `NOT ${did(`('bounced_email')`)} AND (${did(VERIFYING_EVENTS)}
      OR EXISTS (SELECT 1 FROM consents s WHERE s.customer_id = o.id AND s.channel = 'email' AND s.state = 'subscribed')
      OR EXISTS (SELECT 1 FROM orders r WHERE r.customer_id = o.id AND r.counted = 1))`,
  phone: `EXISTS (SELECT 1 FROM consents s WHERE s.customer_id = o.id AND s.channel = 'sms' AND s.state = 'subscribed')
    OR EXISTS (SELECT 1 FROM orders r WHERE r.customer_id = o.id AND r.counted = 1)`,
}

/**
 * Who is the same person by an address that customers of several sources have verified, each source having one such
 * customer. `among`: a SELECT of the customers to look at, everybody where it is left out. Nobody who was separated is
 * found again; by a phone number nobody who has another e-mail, as families share one.
 */
export function findSame(reader: Reader, shared: Shared, among?: string): Found {
  const candidates = among === undefined ? '' : `AND k.id IN (${among})`
  const rows = reader.all(
    query
      .selectFrom(
        sql<{ key: string; kept: number; others: string; ambiguous: number }>`${sql.raw(`(
    WITH keys AS MATERIALIZED (
      SELECT DISTINCT k.${shared} AS key FROM customer_keys k WHERE k.${shared} IS NOT NULL ${candidates}),
    owners AS MATERIALIZED (
      SELECT n.key, k.id, i.source, i.external_id, k.email
      FROM keys n JOIN customer_keys k ON k.${shared} = n.key JOIN identities i ON i.customer_id = k.id),
    groups AS MATERIALIZED (
      SELECT key, count(DISTINCT source) < count(*) AS ambiguous
      FROM (SELECT DISTINCT key, id, source, email FROM owners)
      GROUP BY key HAVING count(DISTINCT id) > 1 AND count(DISTINCT source) > 1
        AND ${shared === 'email' ? 'TRUE' : 'count(DISTINCT email) < 2'}),
    same AS (
      SELECT DISTINCT g.key, g.ambiguous, o.id FROM groups g JOIN owners o ON o.key = g.key
      WHERE (${VERIFIED[shared]}) AND NOT EXISTS (
        SELECT 1 FROM owners a JOIN owners b ON b.key = a.key JOIN joins j ON j.apart = 1
          AND j.source = a.source AND j.external_id = a.external_id
          AND j.with_source = b.source AND j.with_external_id = b.external_id
        WHERE a.key = g.key))
    SELECT key, min(id) AS kept, json_group_array(id) AS others, max(ambiguous) AS ambiguous
    FROM same GROUP BY key HAVING count(*) > 1)`)}`.as('same'),
      )
      .selectAll(),
  )
  const usable = shared === 'email' ? rows.filter(({ key }) => isUsableEmail(key)) : rows.filter(isNumber)
  const clear = usable.filter(({ ambiguous }) => ambiguous === 0)
  return {
    pairs: clear.flatMap(({ kept, others }) =>
      idsIn(others).flatMap((gone) => (gone === kept ? [] : [{ kept, gone }])),
    ),
    ambiguous: usable.length - clear.length,
  }
}

/** A number has at least seven digits, and its key is digits alone. */
const isNumber = ({ key }: { readonly key: string }): boolean => key.length >= 7

const idsIn = (json: string): readonly number[] => {
  const ids: readonly number[] = JSON.parse(json)
  return ids
}
