import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenReader, openReader, type OpenWriter, openWriter } from '#db/open.ts'
import { planContext } from '../criteria/context.ts'
import { sqlite } from '../dialects/sqlite.ts'
import { createVocabulary } from '../vocabulary/create-vocabulary.ts'
import { currencyOf } from '#kernel/money.ts'
import { ids } from './bitset.ts'
import { createMembers } from './engine.ts'
import type { Members } from './members.ts'

/** What the events may be: few of each, so that they meet. */
const CUSTOMERS = 70
const TYPES = ['viewed_product', 'visited_site'] as const
const DAY = 86_400
const BEGAN = 1_700_000_000

let folder: string
let writer: OpenWriter
let reader: OpenReader
let members: Members

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-recent-'))
  const databasePath = join(folder, 'muster.db')
  writer = openWriter(databasePath)
  writer.driver.exec(`
    INSERT INTO event_types(id, name, key) VALUES (1, '${TYPES[0]}', '${TYPES[0]}'), (2, '${TYPES[1]}', '${TYPES[1]}');
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${CUSTOMERS})
    INSERT INTO facts(id, email_reachable, sms_reachable, orders, spent, refunded, discount) SELECT i, 0, 0, 0, 0, 0, 0 FROM n`)
  reader = openReader(databasePath)
  const currency = currencyOf('USD')
  const { dictionary } = createVocabulary({ reader, currency: () => currency })
  const workspace = { name: 'Test', zone: 'UTC', currency, demo: false }
  members = createMembers({
    databasePath,
    reader,
    context: (now) => planContext({ reader, dialect: sqlite, dictionary, workspace, now }),
    threads: 2,
  })
})
afterAll(async () => {
  await members.close()
  reader.close()
  writer.close()
  rmSync(folder, { recursive: true })
})

const customer = fc.integer({ min: 1, max: CUSTOMERS })
const type = fc.integer({ min: 1, max: TYPES.length })
/** Days since the beginning; what happens may be of long ago, or of tomorrow. */
const day = fc.integer({ min: -40, max: 40 })

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('add' as const),
      rows: fc.array(fc.tuple(customer, type, day), { maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('move' as const), nth: fc.nat(), to: customer }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('remove' as const), nth: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('wait' as const), days: fc.integer({ min: -3, max: 12 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constant('ask' as const),
      types: fc.constantFrom<readonly (typeof TYPES)[number][]>([TYPES[0]], [TYPES[0]], TYPES),
      last: fc.constantFrom(undefined, 3, 60),
    }),
  },
)

test('members by recent events are those of their rows, however the rows came, went and moved before', async () => {
  let external = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      let now = BEGAN
      const found: number[][] = []
      const expected: number[][] = []
      const write = (sql: string, ...parameters: number[]) =>
        writer.transaction(() => {
          writer.driver.prepare(sql).run(...parameters)
          writer.driver.exec(`UPDATE versions SET version = version + 1 WHERE source = 'events'`)
        })
      const nth = (n: number) =>
        `(SELECT id FROM events ORDER BY id LIMIT 1 OFFSET (${n} % max(1, (SELECT count(*) FROM events))))`
      for (const each of steps) {
        if (each.what === 'wait') now += each.days * DAY
        else if (each.what === 'move')
          write(`UPDATE events SET customer_id = ? WHERE id = ${nth(each.nth)}`, each.to)
        else if (each.what === 'remove') write(`DELETE FROM events WHERE id = ${nth(each.nth)}`)
        else if (each.what === 'add') {
          for (const [who, kind, at] of each.rows) {
            write(
              `INSERT INTO events(source, external_id, customer_id, type_id, occurred_at) VALUES ('x', 'e${external++}', ?, ?, ?)`,
              who,
              kind,
              BEGAN + at * DAY,
            )
          }
        } else {
          const { types, last } = each
          const criteria = {
            type: 'events' as const,
            event: [...types],
            ...(last === undefined
              ? {}
              : { within: { kind: 'last' as const, n: last, unit: 'day' as const } }),
          }
          const { bits } = await members.of(criteria, { asOf: now })
          const rows = writer.driver
            .prepare<[number, number], number>(
              `SELECT DISTINCT customer_id FROM events JOIN event_types t ON t.id = type_id
               WHERE t.key IN (${types.map((name) => `'${name}'`).join(', ')}) AND occurred_at BETWEEN ? AND ? ORDER BY 1`,
            )
            .pluck()
            .all(last === undefined ? 0 : now - last * DAY + 1, now)
          found.push([...ids(bits)])
          expected.push(rows)
        }
      }
      expect(found).toEqual(expected)
    }),
    { numRuns: 100 },
  )
})
