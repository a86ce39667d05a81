import { query, type Writer } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import { customerKnownAs } from '../customers/find.ts'
import { MOVED } from '../customers/join.ts'
import { insertKeys } from '../customers/keys.ts'
import { defineFunctions } from '../facts/functions.ts'
import { PLAIN } from '../imports/tables/customers.ts'
import { type Before, beforeFrom } from './before.ts'
import { forgetIn, labelKey, laterJoins, membershipKey, withLater } from './beside.ts'
import { findJoin } from './read.ts'

/** A join as it stands, or a ConflictError. */
export function standingJoin(writer: Pick<Writer, 'get'>, joinId: number) {
  const join = findJoin(writer, joinId)
  const { before } = join
  if (join.separated_at !== null || before === null) {
    throw new ConflictError('These two are separated already', { next: 'Nothing more is needed.' })
  }
  return { ...join, before: beforeFrom(before) }
}

/**
 * Takes an identity out of the customer that it was joined with: a customer of its own, under a new internal id, with
 * what came by its source and what it was before. The other keeps the rest, and loses what it only had of this one. An
 * opt-out holds for both. Answers the internal ids of both. The caller holds the transaction.
 */
export function separate(
  { writer, now, changed }: { writer: Writer; now: Instant; changed(source: Source): void },
  joinId: number,
): readonly [kept: number, own: number] {
  const { driver } = writer
  defineFunctions(driver)
  const join = standingJoin(writer, joinId)
  const { source, external_id: externalId, own_id: ownId } = join
  const kept = writer.get(customerKnownAs(source, externalId))?.customer_id
  if (kept === undefined) {
    throw new ConflictError('This person was erased', { next: 'Nothing more is needed.' })
  }
  // Of several who were joined, the others keep what each of them brought.
  const later = laterJoins(writer, { ...join, kept })
  const before: Before = { ...join.before, kept: withLater(join.before.kept, later) }
  const run = (sql: string, ...values: (string | number | null)[]) => driver.prepare(sql).run(...values)
  const { lastInsertRowid } = run(
    `INSERT INTO customers(${PLAIN.join(', ')}) VALUES (${PLAIN.map(() => '?').join(', ')})`,
    ...PLAIN.map((column) => before.gone.columns[column] ?? null),
  )
  const own = Number(lastInsertRowid)
  // Ids of one source that turned out to be the same go together.
  run('UPDATE identities SET customer_id = ? WHERE source = ? AND customer_id = ?', own, source, kept)
  run(
    `UPDATE items SET customer_id = ? WHERE order_id IN (
       SELECT id FROM orders WHERE customer_id = ? AND counted = 1 AND source = ?
       UNION ALL SELECT id FROM orders WHERE customer_id = ? AND counted = 0 AND source = ?)`,
    own,
    kept,
    source,
    kept,
    source,
  )
  for (const counted of [1, 0]) {
    run(
      `UPDATE orders SET customer_id = ? WHERE customer_id = ? AND counted = ${counted} AND source = ?`,
      own,
      kept,
      source,
    )
  }
  run('UPDATE events SET customer_id = ? WHERE customer_id = ? AND source = ?', own, kept, source)
  giveBackConsents(writer, { kept, own, source, before })
  giveBackColumns(writer, kept, { had: join.before.kept, before })
  giveBackRows(writer, { kept, own, ownId, before })
  forgetIn(writer, later, join)
  for (const id of [kept, own]) {
    run('DELETE FROM customer_keys WHERE id = ?', id)
    run(insertKeys('customers c WHERE c.id = ?'), id)
  }
  writer.run(
    query.updateTable('joins').set({ separated_at: now, before: null, apart: 1 }).where('id', '=', joinId),
  )
  for (const moved of MOVED) changed(moved)
  return [kept, own]
}

/** An opt-out that stands holds for both; else each has what it had, and what its own source said since. */
function giveBackConsents(
  writer: Writer,
  { kept, own, source, before }: { kept: number; own: number; source: string; before: Before },
): void {
  const standing = writer.all(query.selectFrom('consents').selectAll().where('customer_id', '=', kept))
  for (const now of standing) {
    const hadOwn = before.gone.consents.find(({ channel }) => channel === now.channel)
    const hadKept = before.kept.consents.find(({ channel }) => channel === now.channel)
    const no = now.state === 'unsubscribed'
    const isOwn = now.source === source
    const ofOwn = no || (isOwn && hadOwn !== undefined) ? now : hadOwn
    const ofKept = no || !isOwn ? now : hadKept
    if (ofOwn !== undefined) {
      const { channel, state, changed_at, source: from } = ofOwn
      writer.run(
        query.insertInto('consents').values({ customer_id: own, channel, state, changed_at, source: from }),
      )
    }
    const mine = query
      .updateTable('consents')
      .where('customer_id', '=', kept)
      .where('channel', '=', now.channel)
    if (ofKept === undefined) {
      writer.run(
        query.deleteFrom('consents').where('customer_id', '=', kept).where('channel', '=', now.channel),
      )
    } else {
      const { state, changed_at, source: from } = ofKept
      writer.run(mine.set({ state, changed_at, source: from }))
    }
  }
}

/** Takes from the one that stays what it lacked before and has of the other still; others may know it as well. */
function giveBackColumns(
  writer: Writer,
  kept: number,
  { had, before }: { readonly had: Before['kept']; readonly before: Before },
): void {
  const columns = PLAIN.filter(
    (column) => had.columns[column] === null && before.gone.columns[column] !== null,
  )
  for (const column of columns) {
    writer.driver
      .prepare(`UPDATE customers SET ${column} = ? WHERE id = ? AND ${column} IS ?`)
      .run(before.kept.columns[column], kept, before.gone.columns[column])
  }
}

function giveBackRows(
  writer: Writer,
  { kept, own, ownId, before }: { kept: number; own: number; ownId: number; before: Before },
): void {
  const had = new Set(before.kept.labels.map(labelKey))
  for (const { kind, key, label } of before.gone.labels) {
    writer.run(query.insertInto('customer_labels').values({ kind, key, customer_id: own, label }))
    if (had.has(labelKey({ kind, key, label }))) continue
    writer.run(query.deleteFrom('customer_labels').where((eb) => eb.and({ kind, key, customer_id: kept })))
  }
  const lists = new Set(before.kept.lists)
  for (const id of before.gone.lists) {
    writer.run(query.insertInto('list_members').values({ segment_id: id, customer_id: own }))
    if (lists.has(id)) continue
    writer.run(query.deleteFrom('list_members').where((eb) => eb.and({ segment_id: id, customer_id: kept })))
  }
  giveBackMemberships(writer, { kept, own, before })
  writer.driver
    .prepare(
      `INSERT OR IGNORE INTO export_members(export, customer_id)
       SELECT m.export, ? FROM exports g CROSS JOIN export_members m ON m.export = g.number AND m.customer_id = ?`,
    )
    .run(own, ownId)
}

/** Since when each was in which segment; whether they still are, the next count of it finds. */
function giveBackMemberships(
  writer: Writer,
  { kept, own, before }: { kept: number; own: number; before: Before },
): void {
  const had = new Set(before.kept.memberships.map(membershipKey))
  for (const membership of before.gone.memberships) {
    writer.run(query.insertInto('memberships').values({ ...membership, customer_id: own }))
    if (had.has(membershipKey(membership))) continue
    const { segment_id, entered_at } = membership
    writer.run(
      query.deleteFrom('memberships').where((eb) => eb.and({ segment_id, entered_at, customer_id: kept })),
    )
  }
  for (const membership of before.kept.memberships) {
    const { segment_id } = membership
    const open = query
      .selectFrom('memberships')
      .select('entered_at')
      .where((eb) => eb.and({ segment_id, customer_id: kept }))
      .where('left_at', 'is', null)
    if (membership.left_at !== null || writer.get(open) !== undefined) continue
    writer.run(
      query
        .insertInto('memberships')
        .values({ ...membership, customer_id: kept })
        .onConflict((clash) => clash.doNothing()),
    )
  }
}
