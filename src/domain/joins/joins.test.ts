import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { query } from '#db/run.ts'
import { csv, type ImportBench, importBench } from '../imports/imports.fixture.ts'
import { makeWorkspace } from '../workspace/workspace.ts'
import { apart } from './joins.fixture.ts'
import { listJoins } from './read.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const SHOP = {
  'customers.csv': csv(
    'id,email,first_name,country,city,accepts_email,tags,created_at',
    's1,Ann@Example.com,Ann,US,Boston,yes,vip,2025-01-02',
    's2,bob@example.com,Bob,US,,,,2025-01-03',
    's3,cy@example.com,Cy,US,,,,2025-01-04',
  ),
  'products.csv': csv('id,title,category,price', 'p1,Tea,Tea,9.00'),
  'orders.csv': csv(
    'id,customer_id,ordered_at,status,total',
    'o1,s1,2025-03-01,paid,9.00',
    'o2,s1,2025-04-01,cancelled,9.00',
    'o3,s2,2025-04-02,paid,9.00',
  ),
  'items.csv': csv('order_id,product_id,quantity,price', 'o1,p1,1,9', 'o2,p1,1,9', 'o3,p1,1,9'),
  'lists.csv': csv('list,customer_id', 'Shop,s1'),
}
const MAIL = {
  'customers.csv': csv(
    'id,email,first_name,last_name,phone,country,city,accepts_email,accepts_sms,tags,created_at',
    'k1,ann@example.com,Anna,Lee,,CA,Toronto,no,,news|VIP,2025-02-02',
    // Not verified: neither consent nor an order, on this side.
    'k2,bob@example.com,Bob,,,,,,,,2025-02-03',
    'k3,dee@example.com,Dee,,5550100,,,yes,yes,,2025-02-04',
  ),
  'events.csv': csv('id,customer_id,type,occurred_at', 'e1,k1,opened_email,2025-05-01'),
  'lists.csv': csv('list,customer_id', 'Mail,k1', 'Mail,k3'),
}
const importBoth = async () => {
  await bench.importFolder(SHOP, { source: 'shop' })
  return bench.importFolder(MAIL, { source: 'mail' })
}
const rule = (to: 'off' | 'email' | 'email_or_phone') => {
  makeWorkspace(bench.writer, 0)
  bench.writer.run(query.updateTable('workspace').set({ join_rule: to }))
}
const identities = () =>
  bench
    .rows('SELECT source, external_id, customer_id FROM identities ORDER BY 1, 2')
    .map(([source, id, customer]) => `${source} ${id}: ${customer}`)

/** What is known of each identity, without internal ids. */
const known = () => {
  const of = (sql: string) =>
    bench.rows(`SELECT i.source, i.external_id, ${sql} ORDER BY 1, 2, 3, 4`).map((row) => row.join(' '))
  return {
    columns: of(
      'c.email, c.first_name, c.last_name, c.country, c.city, k.email, k.city FROM identities i JOIN customers c ON c.id = i.customer_id JOIN customer_keys k ON k.id = c.id',
    ),
    orders: of(
      'o.external_id, o.counted, n.id FROM identities i JOIN orders o ON o.customer_id = i.customer_id JOIN items n ON n.order_id = o.id AND n.customer_id = o.customer_id',
    ),
    events: of('e.external_id, e.source FROM identities i JOIN events e ON e.customer_id = i.customer_id'),
    consents: of('t.channel, t.state FROM identities i JOIN consents t ON t.customer_id = i.customer_id'),
    labels: of('l.kind, l.key FROM identities i JOIN customer_labels l ON l.customer_id = i.customer_id'),
    lists: of(
      's.name, s.kind FROM identities i JOIN list_members m ON m.customer_id = i.customer_id JOIN segments s ON s.id = m.segment_id',
    ),
    facts: of(
      'f.orders, f.spent, f.email_consent, f.email_reachable FROM identities i JOIN facts f ON f.id = i.customer_id',
    ),
    memberships: of(
      'm.segment_id, m.entered_at, m.left_at FROM identities i JOIN memberships m ON m.customer_id = i.customer_id',
    ),
  }
}
describe('customers of two sources', () => {
  test('are one by the same verified e-mail, with all that is known of both', async () => {
    const report = await importBoth()
    expect(report.notes).toContain(
      '1 customer is known from another source, too, and joined by the same verified address; each can be separated again.',
    )
    expect(identities()).toEqual([
      'mail k1: 1',
      'mail k2: 5',
      'mail k3: 6',
      'shop s1: 1',
      'shop s2: 2',
      'shop s3: 3',
    ])
    expect(
      bench.rows(`SELECT c.first_name, c.last_name, c.country, c.city, f.orders, f.email_consent, f.sms_consent
      FROM customers c JOIN facts f ON f.id = c.id WHERE c.id = 1`),
    ).toEqual([
      // Of an address all or nothing; of two consents at once the one that says no.
      ['Ann', 'Lee', 'US', 'Boston', 1, 0, null],
    ])
    expect(known()).toMatchObject({
      orders: ['mail k1 o1 1 1', 'mail k1 o2 0 2', 'shop s1 o1 1 1', 'shop s1 o2 0 2', 'shop s2 o3 1 3'],
      events: ['mail k1 e1 mail', 'shop s1 e1 mail'],
    })
    expect(
      bench.rows(
        'SELECT s.name FROM list_members m JOIN segments s ON s.id = m.segment_id WHERE m.customer_id = 1 ORDER BY 1',
      ),
    ).toEqual([['Mail'], ['Shop']])
    expect(bench.rows('SELECT key FROM customer_labels WHERE customer_id = 1 ORDER BY 1')).toEqual([
      ['news'],
      ['vip'],
    ])
    expect(bench.rows('PRAGMA foreign_key_check')).toEqual([])
    for (const table of ['facts', 'customer_keys', 'consents', 'orders', 'items', 'events', 'list_members']) {
      const id = /^(?:facts|customer_keys)$/.test(table) ? 'id' : 'customer_id'
      expect(
        bench.rows(`SELECT count(*) FROM ${table} WHERE ${id} NOT IN (SELECT id FROM customers)`),
      ).toEqual([[0]])
    }
    expect(listJoins(bench.writer)).toMatchObject({
      rule: 'email',
      joined: 1,
      latest: [
        {
          of: { source: 'mail', id: 'k1' },
          with: { source: 'shop', id: 's1' },
          because: 'they have the same verified e-mail',
          separatedAt: null,
        },
      ],
    })
    expect(bench.rows(`SELECT subject, detail FROM log WHERE action = 'customers_joined'`)).toEqual([
      ['email', JSON.stringify({ joined: 1, first: [{ kept: 1, gone: 4 }] })],
    ])
  })

  test('the same files again change nothing, and what one source lacks or said no to stays', async () => {
    await importBoth()
    const before = bench.data()
    const first = await bench.importFolder(SHOP, { source: 'shop' })
    const second = await bench.importFolder(MAIL, { source: 'mail' })
    // Each file says what its own source calls her, the later one last.
    expect([first.changed, second.changed]).toEqual([false, true])
    expect((await bench.importFolder(MAIL, { source: 'mail' })).changed).toBe(false)
    expect(bench.data()['consents']).toEqual(before['consents'])
    expect(bench.rows('SELECT first_name, email, city FROM customers WHERE id = 1')).toEqual([
      ['Anna', 'ann@example.com', 'Toronto'],
    ])
    await bench.importFolder(
      { 'customers.csv': csv('id,email,first_name,city,tags', 's1,,Ann,,') },
      { source: 'shop' },
    )
    expect(bench.rows('SELECT first_name, email, country, city FROM customers WHERE id = 1')).toEqual([
      ['Ann', 'ann@example.com', 'CA', 'Toronto'],
    ])
    expect(bench.rows('SELECT key FROM customer_labels WHERE customer_id = 1 ORDER BY 1')).toEqual([
      ['news'],
      ['vip'],
    ])
    await bench.importFolder({ 'customers.csv': csv('id,accepts_email', 'k1,yes') }, { source: 'mail' })
    expect(bench.rows(`SELECT state FROM consents WHERE customer_id = 1 AND channel = 'email'`)).toEqual([
      ['subscribed'],
    ])
  })

  test('are left alone without verification, where it is off, and where one source has two such customers', async () => {
    rule('off')
    await importBoth()
    expect(new Set(identities().map((text) => text.split(': ')[1])).size).toBe(6)
    rule('email')
    const again = {
      'customers.csv': csv('id,email,accepts_email', 'x1,DEE@example.com,yes', 'x2,dee@example.com,yes'),
    }
    const report = await bench.importFolder(again, { source: 'other' })
    expect(report.notes).toContain(
      '1 address is those of several customers of one source: nobody was joined by them.',
    )
    expect(listJoins(bench.writer).joined).toBe(0)
  })

  test('by a phone number only where they have not two e-mails', async () => {
    rule('email_or_phone')
    await importBoth()
    const phones = {
      'customers.csv': csv(
        'id,email,phone,accepts_sms',
        'x1,,555 0100,yes',
        'x2,else@example.com,5550101,yes',
      ),
    }
    await bench.importFolder(phones, { source: 'other' })
    expect(listJoins(bench.writer).latest[0]).toMatchObject({
      of: { source: 'other', id: 'x1' },
      with: { source: 'mail', id: 'k3' },
      because: 'they have the same verified phone number',
    })
    const family = { 'customers.csv': csv('id,email,phone,accepts_sms', 'y1,kid@example.com,5550101,yes') }
    await bench.importFolder(family, { source: 'fourth' })
    expect(listJoins(bench.writer).joined).toBe(2)
  })
})

describe('who was joined', () => {
  test('is two again with what each was and had, and stays that', async () => {
    rule('off')
    await importBoth()
    bench.writer.driver.exec(`INSERT INTO memberships VALUES ('seg_rfm_champions', 1, 1, 50, NULL, 'x'),
      ('seg_rfm_champions', 4, 1, 40, 60, 'x'), ('seg_rfm_champions', 4, 1, 70, NULL, 'x')`)
    bench.writer.driver.exec(
      `INSERT INTO segments VALUES ('seg_rfm_champions', 'C', 'c', '', 'default', '{}', 1, 0, 0, NULL, NULL)`,
    )
    const before = known()
    rule('email')
    await bench.importFolder({ 'customers.csv': csv('id,gender', 'k1,f') }, { source: 'mail' })
    expect(listJoins(bench.writer).joined).toBe(1)
    expect(known().memberships).toEqual([
      'mail k1 seg_rfm_champions 40 60',
      'mail k1 seg_rfm_champions 50 ',
      'shop s1 seg_rfm_champions 40 60',
      'shop s1 seg_rfm_champions 50 ',
    ])

    const changed = apart(bench, 1)
    expect([...changed]).toEqual(
      expect.arrayContaining(['customers', 'orders', 'consents', 'lists', 'memberships']),
    )
    // The opt-out holds for both: it is one address.
    const both = known()
    expect(both.consents).toEqual([
      'mail k1 email unsubscribed',
      'mail k3 email subscribed',
      'mail k3 sms subscribed',
      'shop s1 email unsubscribed',
    ])
    const facts = before.facts.map((line) => line.replace(/^(shop s1 1 900) 1 1$/, '$1 0 0'))
    expect({ ...both, consents: [], facts: both.facts }).toEqual({ ...before, consents: [], facts })
    expect(bench.rows('SELECT customer_id FROM identities ORDER BY source, external_id')).toContainEqual([7])
    expect(bench.rows('PRAGMA foreign_key_check')).toEqual([])
    expect(bench.rows('SELECT before, apart FROM joins')).toEqual([[null, 1]])

    await importBoth()
    await bench.importFolder({ 'customers.csv': csv('id,gender', 'k1,m') }, { source: 'mail' })
    expect(listJoins(bench.writer).joined).toBe(0)
    expect(() => apart(bench, 1)).toThrow('separated already')
  })
})
