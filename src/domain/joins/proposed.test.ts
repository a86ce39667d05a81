import { afterAll, beforeAll, expect, test } from 'vitest'
import { readActivity } from '../activity/read-activity.ts'
import { undoingOfProposal } from '../activity/undo-state.ts'
import type { Change } from '../changes/index.ts'
import { openExports, type TestExports } from '../exports/exports.fixture.ts'
import { PLAIN } from '../exports/options.ts'
import { TESTER } from '../services.fixture.ts'
import { listJoins } from './read.ts'

let w: TestExports
beforeAll(async () => {
  w = await openExports()
  w.driver.driver.exec(`UPDATE customers SET email = 'same@example.com' WHERE id IN (1, 2);
    UPDATE customer_keys SET email = 'same@example.com' WHERE id IN (1, 2);
    UPDATE identities SET source = 'mail' WHERE customer_id = 2;
    INSERT OR REPLACE INTO consents VALUES (1, 'email', 'subscribed', 1, 'default'), (2, 'email', 'subscribed', 2, 'mail');
    UPDATE workspace SET join_rule = 'off'`)
})
afterAll(() => w.close())

const propose = (change: Change) => w.services.draft.proposal(change, { actor: TESTER })
async function make(change: Change) {
  const { id, contentHash } = await propose(change)
  return w.decisions.confirm({ proposalId: id, contentHash, actor: w.approver })
}
const customers = () => w.driver.driver.prepare('SELECT count(*) FROM customers').pluck().get()

test('the rule is set, two are separated, joined again and separated by proposals, each of which can be taken back', async () => {
  const before = customers()
  const rule = await propose({ kind: 'set_join_rule', rule: 'email' })
  expect(rule.difference.at(-1)?.after).toBe(
    '1 customer would be joined with others; each can be separated again.',
  )
  expect(customers()).toBe(before)
  const set = await make({ kind: 'set_join_rule', rule: 'email' })
  expect(customers()).toBe(Number(before) - 1)
  const orders = (
    await w.services.previews.count(
      { type: 'orders', measure: 'count', op: '>=', value: 0 },
      { actor: TESTER },
    )
  ).total
  expect(orders).toBe(Number(before) - 1)

  const [join] = listJoins(w.services.reader).latest
  const separated = await make({ kind: 'separate_customers', joinId: join?.id ?? 0 })
  expect(separated.summary).toMatch(/^Separate two customers that were joined, of \w+ and \w+ \(join 1\)$/)
  expect(customers()).toBe(before)
  await expect(propose({ kind: 'separate_customers', joinId: 1 })).rejects.toThrow('separated already')

  const again = await make(undoingOfProposal(w.services.reader, separated.id))
  expect(customers()).toBe(Number(before) - 1)
  expect(listJoins(w.services.reader).latest[0]?.because).toBe('somebody joined them again')
  await make(undoingOfProposal(w.services.reader, again.id))
  expect(customers()).toBe(before)
  await make(undoingOfProposal(w.services.reader, set.id))
  expect(listJoins(w.services.reader).rule).toBe('off')
  expect(readActivity(w.services.reader, { most: 9 }).entries.map(({ undo }) => undo)).toEqual([
    'able',
    'able',
    'later',
    'later',
    'later',
  ])
})

test('an export that was confirmed before a join holds the person whom its member became, once', async () => {
  const run = (sql: string) => w.driver.driver.exec(sql)
  run(`UPDATE customers SET email = 'one@example.com' WHERE id IN (3, 4);
    UPDATE customer_keys SET email = 'one@example.com' WHERE id IN (3, 4);
    UPDATE customers SET city = 'Aside' WHERE id = 4; UPDATE customer_keys SET city = 'aside' WHERE id = 4;
    UPDATE customers SET city = 'Together' WHERE id IN (5, 6);
    UPDATE customer_keys SET city = 'together', email = 'two@example.com' WHERE id IN (5, 6);
    UPDATE identities SET source = 'mail' WHERE customer_id IN (4, 6);
    INSERT OR REPLACE INTO consents VALUES (3, 'email', 'subscribed', 1, 'default'), (4, 'email', 'subscribed', 2, 'mail'),
      (5, 'email', 'subscribed', 1, 'default'), (6, 'email', 'subscribed', 2, 'mail');
    UPDATE versions SET version = version + 1`)
  const confirmed = async (city: string) => {
    const id = await w.segment(city, { type: 'attribute', field: 'city', op: 'equals', value: city })
    const subject = { kind: 'segment', id } as const
    return w.confirmedOnly({ kind: 'export', subject, format: 'standard_csv', options: PLAIN })
  }
  const [aside, together] = [await confirmed('Aside'), await confirmed('Together')]
  const ids = (customer: number) =>
    w.driver.driver
      .prepare<[number], string>('SELECT external_id FROM identities WHERE customer_id = ?')
      .pluck()
      .all(customer)
  const fourth = ids(4)
  await make({ kind: 'set_join_rule', rule: 'email' })
  expect(ids(3)).toEqual(expect.arrayContaining(fourth))

  const one = await w.exportJobs.ended(aside)
  expect(one.written).toMatchObject({ rows: 1, leftOut: [] })
  const two = await w.exportJobs.ended(together)
  expect(two.written).toMatchObject({ rows: 1, leftOut: [{ why: 'not a customer any more', customers: 1 }] })
})
