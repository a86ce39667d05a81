import { query, type Writer } from '#db/run.ts'
import { refreshFacts } from '../facts/refresh.ts'
import { touchedCustomers } from '../facts/touched.ts'
import { refuseDuringImport } from '../imports/exclusively.ts'
import type { Operation } from '../writer/operation.ts'
import { type Erased, type EraseInput, erase } from './erase.ts'
import { unrecoverably } from './unrecoverably.ts'

/**
 * Erases a whole shop: all customers who are known by this source alone, and what it said of the others: their orders
 * and events from there, consents that it told, their ids. Nobody is kept out: the same shop may come again.
 */
export const eraseSource: Operation<
  Pick<EraseInput, 'why' | 'actor' | 'databasePath'> & { readonly source: string },
  Erased
> = (ctx, { source, ...asked }) => {
  const { writer } = ctx
  refuseDuringImport(writer.driver)
  return unrecoverably(writer, () => {
    const own = idsOf(
      writer,
      `SELECT customer_id FROM identities GROUP BY customer_id HAVING min(source = ?) = 1`,
      source,
    )
    const outside = writer
      .all(query.selectFrom('identities').selectAll().where('source', '=', source))
      .map(({ external_id }) => ({ takes: 'customers' as const, source, id: external_id }))
    const erased = erase(ctx, { customers: own, people: [], outside }, { ...asked, action: 'erase_source' })
    forgetSource(writer, source)
    return erased
  })
}

const idsOf = (writer: Writer, sql: string, ...parameters: string[]): readonly number[] =>
  writer.driver
    .prepare<string[], number>(sql)
    .pluck()
    .all(...parameters)

/** What a source said of customers whom others know, too. */
function forgetSource(writer: Writer, source: string): void {
  const { driver } = writer
  const touched = touchedCustomers(driver)
  touched.add('SELECT customer_id FROM identities WHERE source = ?', source)
  driver.prepare('DELETE FROM items WHERE order_id IN (SELECT id FROM orders WHERE source = ?)').run(source)
  for (const table of [
    'orders',
    'events',
    'consents',
    'identities',
    'waiting_events',
    'waiting_traits',
    'waiting_messages',
    'waiting_order_changes',
    'latest_words',
    'order_refunds',
    'data_requests',
    'anonymous_ids',
    'aliases',
  ] as const) {
    writer.run(query.deleteFrom(table).where('source', '=', source))
  }
  // What both were before they were joined is said there.
  driver.prepare('DELETE FROM joins WHERE source = @source OR with_source = @source').run({ source })
  refreshFacts(driver, touched)
}
