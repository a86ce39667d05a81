import { query, type Reader, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { customerKnownAs } from '../customers/find.ts'
import type { Joining } from '../customers/join.ts'
import { ConflictError } from '#kernel/errors.ts'
import { joinSources } from './join.ts'
import { findJoin } from './read.ts'

/** A join whose two are kept apart, with the customers that they are now; or a ConflictError. */
export function separatedJoin(reader: Reader, joinId: number) {
  const join = findJoin(reader, joinId)
  const one = reader.get(customerKnownAs(join.source, join.external_id))?.customer_id
  const other = reader.get(customerKnownAs(join.with_source, join.with_external_id))?.customer_id
  if (join.apart === 0 || one === undefined || other === undefined || one === other) {
    throw new ConflictError('These two are one customer already, or not there any more', {
      next: 'Nothing more is needed.',
    })
  }
  return { ...join, customers: { kept: Math.min(one, other), gone: Math.max(one, other) } }
}

/** Makes one customer of the two again; the caller holds the transaction. Answers the new join. */
export function joinAgain(
  { writer, touched, now, changed }: { writer: Writer; now: Instant } & Omit<Joining, 'driver'>,
  joinId: number,
): number {
  const { customers } = separatedJoin(writer, joinId)
  writer.run(query.updateTable('joins').set({ apart: 0 }).where('id', '=', joinId))
  joinSources({ driver: writer.driver, touched, now, rule: 'hand', changed }, [customers])
  const made = writer.get(query.selectFrom('joins').select(({ fn }) => fn.max('id').as('id')))
  return made?.id ?? joinId
}
