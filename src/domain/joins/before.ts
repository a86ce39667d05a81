import { z } from 'zod'
import { CHANNELS } from '#db/schema.ts'
import { PLAIN } from '../imports/tables/customers.ts'

const cell = z.union([z.string(), z.number(), z.null()])
const consent = z.object({
  channel: z.enum(CHANNELS),
  state: z.enum(['subscribed', 'unsubscribed']),
  changed_at: z.int().nullable(),
  source: z.string(),
})
const label = z.object({ kind: z.enum(['tag', 'interest']), key: z.string(), label: z.string() })
const membership = z.object({
  segment_id: z.string(),
  version: z.int(),
  entered_at: z.int(),
  left_at: z.int().nullable(),
  cause: z.string(),
})
const side = z.object({
  columns: z.record(z.string(), cell),
  consents: z.array(consent),
  labels: z.array(label),
  lists: z.array(z.string()),
  memberships: z.array(membership),
})

/** What two customers were before they were joined: personal data, which goes when the person is erased. */
const beforeSchema = z.object({ kept: side, gone: side })
export type Before = z.infer<typeof beforeSchema>

export const beforeFrom = (json: string): Before => beforeSchema.parse(JSON.parse(json))

// What went through a grouping is text to SQLite, until it is said to be JSON.
const arrayOf = (table: string, columns: readonly string[], where: string): string =>
  `json((SELECT json_group_array(json_object(${columns.map((column) => `'${column}', t.${column}`).join(', ')}))
    FROM ${table} t WHERE ${where}))`

const sideOf = (id: string): string =>
  `'columns', json((SELECT json_object(${PLAIN.map((column) => `'${column}', c.${column}`).join(', ')})
     FROM customers c WHERE c.id = ${id})),
   'consents', ${arrayOf('consents', ['channel', 'state', 'changed_at', 'source'], `t.customer_id = ${id}`)},
   'labels', ${arrayOf('customer_labels', ['kind', 'key', 'label'], `t.customer_id = ${id}`)},
   'lists', json((SELECT json_group_array(t.segment_id) FROM segments g CROSS JOIN list_members t
     WHERE g.kind = 'list' AND t.segment_id = g.id AND t.customer_id = ${id})),
   'memberships', ${arrayOf(
     'segments g CROSS JOIN memberships',
     ['segment_id', 'version', 'entered_at', 'left_at', 'cause'],
     `t.segment_id = g.id AND t.customer_id = ${id}`,
   )}`

/** SQL that makes the JSON of a pair `x(kept, gone)`. */
export const BEFORE = `json_object('kept', json_object(${sideOf('x.kept')}), 'gone', json_object(${sideOf('x.gone')}))`
