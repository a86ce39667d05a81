import type { Schema } from '#db/schema.ts'
import { customerPlaces } from './customer-places.ts'
import { peoplePlaces } from './people-places.ts'
import type { Place } from './place.ts'
import { recordPlaces } from './record-places.ts'
import { textPlaces } from './text-places.ts'

/** Everywhere that something of a person lies, in the order in which it is taken away. */
export const places: readonly Place[] = [...textPlaces, ...recordPlaces, ...peoplePlaces, ...customerPlaces]

type Table = keyof Schema | 'gone_customers'

/**
 * Tables that erasing leaves as they are, and why. Every table is here or has places above, and of a table with places
 * whose rows stay every column is theirs or below: `registry.test.ts` fails until what is new is told of.
 */
export const keptTables: Readonly<Partial<Record<Table, string>>> = {
  workspace: 'settings',
  versions: 'counters',
  event_rewrites: 'counters',
  gone_customers: 'internal ids alone, which are never used again: by them sets in memory learn who is gone',
  suppressed: 'hashes by which those who were erased are kept out',
  suppression_secret: 'what those hashes are made with',
  log: 'append-only: internal ids, and who did what when and why',
  users: 'those who work with Muster, not those whom it is about',
  sessions: 'of those who work with Muster',
  signin_codes: 'of those who work with Muster',
  widget_keys: 'settings',
  access_tokens: 'of those who work with Muster',
  widget_tokens: 'of those who work with Muster',
  write_keys: 'settings',
  received: 'ids of messages, which say nothing of whom they were about',
  categories: 'of products',
  brands: 'of products',
  products: 'what is sold',
  product_tags: 'of products',
  event_types: 'names of types',
  campaigns: 'what was sent to many; how many got it stays as it was counted',
  companies: 'organisations, not people',
  company_technologies: 'of organisations',
  signal_types: 'settings',
  order_refunds: 'ids and amounts of orders, which say nothing without the order',
  refused_webhooks: 'topics and reasons, without what they said',
  waiting_order_changes: 'ids and amounts of orders that nobody knows yet',
  sources: 'where data comes from, in counts',
  source_arrivals: 'times',
  imports: 'names of files and counts: values of rejected rows are not kept',
  refreshes: 'counts, which stay as they were counted',
  segment_figures: 'sums over members, made anew by the next refresh',
  scorings: 'what scores were computed from',
  persona_drift: 'sums over members',
  score_changes: 'counts',
  audience_changes: 'counts',
  questions: 'asked of everybody alike, in words that a human confirmed',
}

/** Columns of tables whose rows stay that are never about a person, by their names in any table, or in one. */
export const keptColumns: Readonly<Record<string, string>> = {
  ...saying('ids of Muster’s own', [
    'id',
    'thread_id',
    'segment_id',
    'audience_id',
    'indicator_id',
    'profile_id',
    'icp_id',
    'rule_id',
    'proposal_id',
    'preview_id',
    'target_id',
    'subject_id',
    'question',
    'number',
    'seq',
    'removes',
  ]),
  ...saying('times', [
    'at',
    'as_of',
    'created_at',
    'updated_at',
    'deleted_at',
    'expires_at',
    'decided_at',
    'confirmed_at',
    'finished_at',
    'counted_at',
    'values_as_of',
  ]),
  ...saying('counts and versions, which stay as they were', [
    'version',
    'base_version',
    'subject_version',
    'count',
    'total',
    'confirmed',
    'written',
    'input_tokens',
    'output_tokens',
    'most_tokens',
    'values_from',
    'read_from',
    'audiences.members',
    'manifest',
    'metadata',
  ]),
  ...saying('hashes of what humans confirmed', ['members_hash', 'content_hash']),
  ...saying('settings and states', [
    'kind',
    'state',
    'status',
    'code',
    'entity',
    'format',
    'channel',
    'policy',
    'policy_reason',
    'tolerance',
    'deleted',
    'role',
    'model',
    'price',
    'reason',
    'subject_kind',
  ]),
  ...saying('those who work with Muster', ['actor', 'user_id', 'decided_by', 'confirmed_by']),
}

function saying(why: string, columns: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, why]))
}
