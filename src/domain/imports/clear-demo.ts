import { query, type Writer } from '#db/run.ts'
import { SOURCES } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import { settle } from '../proposals/state.ts'
import { reviseSegment } from '../segments/store.ts'
import { NEW_WORKSPACE } from '../workspace/workspace.ts'
import { raiseVersions } from './apply/raise-versions.ts'

/** Everything that was read from data, those first that refer to others. */
const DATA = [
  'indicator_values',
  'list_members',
  'memberships',
  'refreshes',
  'customer_category',
  'facts',
  'events',
  'items',
  'orders',
  'consents',
  'customer_labels',
  'customer_keys',
  'identities',
  'joins',
  'customers',
  'product_tags',
  'products',
  'categories',
  'brands',
  'event_types',
  'campaigns',
  'score_moves',
  'score_changes',
  'audience_moves',
  'audience_changes',
  'audience_members',
  'received',
  'source_arrivals',
  'sources',
  'waiting_events',
  'waiting_signals',
  'waiting_traits',
  'anonymous_ids',
  'aliases',
  'waiting_messages',
  'waiting_order_changes',
  'latest_words',
  'order_refunds',
  'data_requests',
  'refused_webhooks',
  'signals',
  'people',
  'company_technologies',
  'companies',
] as const

/**
 * Clears the demo company's data. What people defined stays, with its versions: segments, audiences and
 * profiles are read against the new data. Lists go with the customers that they held, and so do previews and
 * drafts that were counted on them. The caller holds the transaction.
 */
export function clearDemo(writer: Writer, { now, actor }: { now: Instant; actor: Actor }): void {
  for (const table of DATA) writer.run(query.deleteFrom(table))
  // Whatever has a key sends data of the demo company: its own goes elsewhere.
  writer.run(query.updateTable('write_keys').set({ revoked_at: now }).where('revoked_at', 'is', null))
  // Frozen indicators are computed in the query until they are refreshed.
  writer.run(query.updateTable('indicators').set({ values_as_of: null, values_from: null }))
  const by = { at: now, actor, proposalId: null }
  const lists = writer.all(
    query.selectFrom('segments').select('id').where('kind', '=', 'list').where('deleted_at', 'is', null),
  )
  for (const { id } of lists) reviseSegment(writer, id, { deleted: true }, by)
  const drafts = writer.all(query.selectFrom('proposals').select('id').where('state', '=', 'draft'))
  const outcome = { reason: 'The demo company was replaced by imported data' }
  for (const { id } of drafts) settle(writer, id, { state: 'expired', at: now, actor, outcome })
  writer.run(
    query
      .deleteFrom('previews')
      .where(
        'id',
        'not in',
        query.selectFrom('proposals').select('preview_id').where('preview_id', 'is not', null),
      ),
  )
  const { name, timezone, currency, demo } = NEW_WORKSPACE
  writer.run(query.updateTable('workspace').set({ name, timezone, currency, demo }))
  raiseVersions(writer, new Set(SOURCES))
}
