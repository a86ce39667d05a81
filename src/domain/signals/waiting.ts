import type { Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { countOf } from '#kernel/text.ts'
import { change, isEmpty } from '../imports/apply/change.ts'
import type { ApplyRun } from '../imports/apply/run.ts'
import { stagedName } from '../imports/staging/names.ts'

type Driver = Writer['driver']

const STAGED = stagedName('signals')
const known = (side: 'company' | 'person', id: string) =>
  side === 'company'
    ? `EXISTS (SELECT 1 FROM companies c WHERE c.external_id = ${id})`
    : `EXISTS (SELECT 1 FROM people p WHERE p.external_id = ${id})`
const unknown = (side: 'company' | 'person', alias: string) =>
  `(${alias}.${side}_id IS NOT NULL AND NOT ${known(side, `${alias}.${side}_id`)})`

/** So many ids stand in a note. */
const NAMED = 5

/**
 * Keeps staged signals that name a company or a person who is not there (yet). Those of which nobody is known leave
 * the staged rows; what is known of the others is applied as it is.
 */
export function keepWaiting({ driver, now, notes }: ApplyRun): void {
  // What a file says of a signal now is what is meant of it.
  if (!isEmpty(driver, 'waiting_signals')) {
    change(driver, `DELETE FROM waiting_signals WHERE id IN (SELECT id FROM ${STAGED})`)
  }
  const kept = change(
    driver,
    `INSERT INTO waiting_signals(id, type, topic, company_id, person_id, occurred_at, strength, source, since)
     SELECT s.id, s.type, s.topic, s.company_id, s.person_id, s.occurred_at, s.strength, s.source, ${now}
     FROM ${STAGED} s WHERE ${unknown('company', 's')} OR ${unknown('person', 's')}`,
  )
  if (kept === 0) return
  const missing = driver
    .prepare<[], string>(
      `SELECT s.company_id FROM ${STAGED} s WHERE ${unknown('company', 's')}
       UNION SELECT s.person_id FROM ${STAGED} s WHERE ${unknown('person', 's')} ORDER BY 1`,
    )
    .pluck()
    .all()
  change(
    driver,
    `DELETE FROM ${STAGED} AS s WHERE (s.company_id IS NULL OR ${unknown('company', 's')})
       AND (s.person_id IS NULL OR ${unknown('person', 's')})`,
  )
  const more = missing.length > NAMED ? ` and ${(missing.length - NAMED).toLocaleString('en-US')} more` : ''
  notes.push(
    `${countOf(kept, 'signal')} ${kept === 1 ? 'names' : 'name'} a company or person who is not known yet (${missing.slice(0, NAMED).join(', ')}${more}). They are kept, and count as soon as these are imported.`,
  )
}

/** Which signals that wait are looked at: those with these ids, or that name these companies and people; all of them by default. */
export interface WaitingScope {
  readonly signals: readonly string[]
  readonly companies: readonly string[]
  readonly people: readonly string[]
}

/** What became of signals that waited. */
export interface Settled {
  /** Signals that count from now on, for a company, a person or both. */
  readonly signals: readonly {
    readonly id: string
    readonly type: string
    readonly companyId: number | null
    readonly personId: number | null
  }[]
}

/** Applies signals that wait for companies or people who are there now. The caller holds the transaction. */
export function settleWaiting(driver: Driver, now: Instant, scope?: WaitingScope): Settled {
  if (isEmpty(driver, 'waiting_signals')) return { signals: [] }
  const within =
    scope === undefined
      ? 'TRUE'
      : `(w.id IN (SELECT value FROM json_each(@signals))
          OR w.company_id IN (SELECT value FROM json_each(@companies))
          OR w.person_id IN (SELECT value FROM json_each(@people)))`
  const parameters = {
    now,
    signals: JSON.stringify(scope?.signals ?? []),
    companies: JSON.stringify(scope?.companies ?? []),
    people: JSON.stringify(scope?.people ?? []),
  }
  const signals = driver
    .prepare<[typeof parameters], Settled['signals'][number]>(
      `INSERT INTO signals(external_id, type, type_key, topic, topic_key, company_id, person_id, occurred_at,
         strength, source, arrived_at)
       SELECT w.id, w.type, nullif(fold_text(w.type), ''), w.topic, nullif(fold_text(w.topic), ''),
         coalesce(c.id, CASE WHEN w.with_company = 1 THEN p.company_id END), p.id, w.occurred_at, w.strength, w.source,
         @now
       FROM waiting_signals w LEFT JOIN companies c ON c.external_id = w.company_id
         LEFT JOIN people p ON p.external_id = w.person_id
       WHERE ${within} AND (c.id IS NOT NULL OR p.id IS NOT NULL)
       ON CONFLICT(external_id) DO UPDATE SET company_id = coalesce(excluded.company_id, company_id),
         person_id = coalesce(excluded.person_id, person_id)
       WHERE company_id IS NOT coalesce(excluded.company_id, company_id)
         OR person_id IS NOT coalesce(excluded.person_id, person_id)
       RETURNING external_id AS id, type, company_id AS companyId, person_id AS personId`,
    )
    .all(parameters)
  driver
    .prepare<[typeof parameters]>(
      `DELETE FROM waiting_signals AS w WHERE ${within}
         AND NOT ${unknown('company', 'w')} AND NOT ${unknown('person', 'w')}`,
    )
    .run(parameters)
  return { signals }
}
