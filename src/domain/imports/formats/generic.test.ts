import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertSegment } from '../../segments/store.ts'
import { csv, type ImportBench, importBench } from '../imports.fixture.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const COMPANY = {
  'customers.csv': csv(
    'id,email,phone,first_name,country,region,accepts_email,accepts_sms,tags,interests,created_at,shoe_size',
    'c1,Ann@Example.com,+1 (555) 010-0001,Ann,us,CA,yes,0,vip|Gold,tea,2025-01-02 03:04:05,38',
    'c2,bob@example.com,,Bob,Kanada,ON,1,,,,2025-02-01,44',
    'c3,not an address,123,Null,NA,,true,1,,,,',
    'c4,,,,Atlantis,CA,,,,,,',
    'c5,,,,,CA,false,no,,,,',
  ),
  'products.csv': csv(
    'id,title,category,brand,price,sku,tags',
    'p1,Green Tea,Tea,Acme,4.50,GT-1,organic',
    'p2,Mug,tea,,9,,',
  ),
  'campaigns.csv': csv('id,name,channel,cost,sent_at', 'k1,Spring Sale,email,100.00,2025-03-01'),
  'orders.csv': csv(
    'id,customer_id,ordered_at,status,total,refunded_total,discount_code,channel',
    'o1,c1,2025-03-01T10:00:00+01:00,paid,18.00,,SPRING,online',
    'o2,c1,2025-04-01 10:00:00,refunded,9.00,,,',
    'o3,c2,2025-05-01 10:00:00,cancelled,4.50,,,',
    'o4,c2,2025-06-01 10:00:00,,9.00,1.50,spring,store',
  ),
  'items.csv': csv(
    'order_id,product_id,quantity,price',
    'o1,p1,2,4.50',
    'o1,p2,1,9',
    'o2,p2,1,9',
    'o3,p1,1,4.5',
    'o4,p2,1,9',
  ),
  'events.csv': csv(
    'id,customer_id,type,occurred_at,product_id,campaign',
    'e1,c1,viewed_product,2025-03-01 09:00:00,p1,',
    'e2,c1,opened_email,2025-03-01 08:00:00,,spring sale',
    'e3,c2,bounced_email,2025-03-01 08:00:00,,k1',
    'e4,c2,clicked_email,2025-03-01 08:00:00,,Autumn',
  ),
  'lists.csv': csv('list,customer_id', 'VIP,c1', 'VIP,c2', 'Newsletter,c1'),
  'companies.csv': csv('id,name,country,region,employees,relationship', 'b1,Acme,US,NY,12,pipeline'),
  'people.csv': csv('id,company_id,title,function,years_in_role', 'h1,b1,CEO,Management,2.5'),
  'signals.csv': csv('id,type,company_id,person_id,occurred_at,strength', 's1,funding,b1,,2025-05-05,0.8'),
}

describe('a folder of every table', () => {
  test('is read into its meaning', async () => {
    const report = await bench.importFolder(COMPANY)
    expect(report.rejected.rows).toBe(0)
    expect(
      bench.rows(
        'SELECT external_id, email, country, region, created_at FROM identities JOIN customers ON id = customer_id ORDER BY id',
      ),
    ).toEqual([
      ['c1', 'Ann@Example.com', 'US', 'California', 1735787045],
      ['c2', 'bob@example.com', 'CA', 'Ontario', 1738368000],
      ['c3', 'not an address', 'NA', null, null],
      ['c4', null, 'Atlantis', 'CA', null],
      ['c5', null, null, 'California', null],
    ])
    expect(bench.rows('SELECT kind, key, customer_id, label FROM customer_labels')).toEqual([
      ['interest', 'tea', 1, 'tea'],
      ['tag', 'gold', 1, 'Gold'],
      ['tag', 'vip', 1, 'vip'],
    ])
    expect(bench.rows('SELECT customer_id, channel, state FROM consents')).toEqual([
      [1, 'email', 'subscribed'],
      [1, 'sms', 'unsubscribed'],
      [2, 'email', 'subscribed'],
      [3, 'email', 'subscribed'],
      [3, 'sms', 'subscribed'],
      [5, 'email', 'unsubscribed'],
      [5, 'sms', 'unsubscribed'],
    ])
    expect(
      bench.rows('SELECT email, phone, first_name, country, region FROM customer_keys WHERE id = 1'),
    ).toEqual([['ann@example.com', '15550100001', 'ann', 'us', 'california']])
    expect(
      bench.rows('SELECT external_id, title_key, category_id, brand_id, price, sku_key FROM products'),
    ).toEqual([
      ['p1', 'green tea', 1, 1, 450, 'gt-1'],
      ['p2', 'mug', 1, null, 900, null],
    ])
    expect(
      bench.rows(
        'SELECT external_id, customer_id, ordered_at, status, counted, total, refunded_total, discount_key FROM orders',
      ),
    ).toEqual([
      ['o1', 1, 1740819600, 'paid', 1, 1800, 0, 'spring'],
      ['o2', 1, 1743501600, 'refunded', 1, 900, 900, null],
      ['o3', 2, 1746093600, 'cancelled', 0, 450, 0, null],
      ['o4', 2, 1748772000, 'paid', 1, 900, 150, 'spring'],
    ])
    expect(
      bench.rows(
        'SELECT order_id, customer_id, counted, product_id, category_id, quantity, price FROM items',
      ),
    ).toEqual([
      [1, 1, 1, 1, 1, 2, 450],
      [1, 1, 1, 2, 1, 1, 900],
      [2, 1, 1, 2, 1, 1, 900],
      [3, 2, 0, 1, 1, 1, 450],
      [4, 2, 1, 2, 1, 1, 900],
    ])
    expect(
      bench.rows(`SELECT e.external_id, y.name, c.name FROM events e JOIN event_types y ON y.id = e.type_id
      LEFT JOIN campaigns c ON c.id = e.campaign_id ORDER BY e.id`),
    ).toEqual([
      ['e1', 'viewed_product', null],
      ['e2', 'opened_email', 'Spring Sale'],
      ['e3', 'bounced_email', 'Spring Sale'],
      ['e4', 'clicked_email', 'Autumn'],
    ])
    expect(bench.rows('SELECT name, kind, criteria, version FROM segments ORDER BY name')).toEqual([
      ['Newsletter', 'list', null, 1],
      ['VIP', 'list', null, 1],
    ])
    expect(bench.rows('SELECT name, region, relationship FROM companies')).toEqual([
      ['Acme', 'New York', 'pipeline'],
    ])
    expect(bench.rows('SELECT company_id, "function", years_in_role FROM people')).toEqual([
      [1, 'Management', 2.5],
    ])
    expect(bench.rows('SELECT type, company_id, strength FROM signals')).toEqual([['funding', 1, 0.8]])
    expect(
      bench.rows(
        'SELECT id, email_consent, email_reachable, sms_reachable, orders, spent, refunded, largest FROM facts',
      ),
    ).toEqual([
      [1, 1, 1, 0, 2, 2700, 900, 1800],
      [2, 1, 0, 0, 1, 900, 150, 900],
      [3, 1, 0, 0, 0, 0, 0, null],
      [4, null, 0, 0, 0, 0, 0, null],
      [5, 0, 0, 0, 0, 0, 0, null],
    ])
    expect(bench.rows('SELECT category_id, customer_id, orders, last_at FROM customer_category')).toEqual([
      [1, 1, 2, 1743501600],
      [1, 2, 1, 1748772000],
    ])
  })

  test('tells what it took for granted', async () => {
    const report = await bench.importFolder({ ...COMPANY, 'shoes.csv': 'a,b\n' })
    expect(report.files.find(({ file }) => file === 'customers.csv')?.ignoredColumns).toEqual(['shoe_size'])
    expect(report.notes).toMatchInlineSnapshot(`
      [
        "Amounts are taken to be in USD, the currency of this workspace; the files name none. If that is wrong, import into a new database with the currency given.",
        "Not read: shoes.csv.",
        "These countries were not recognised and are kept as they are written: Atlantis (1 row).",
        "Some customers have a region code and no country; where customers of one country only live in such a region, the code is read as that: CA as California (1).",
        "Orders without a status count as paid: 1.",
        "Refunded orders without an amount count as refunded in full: 1.",
      ]
    `)
  })

  test('changes nothing the second time', async () => {
    await bench.importFolder(COMPANY)
    const before = bench.data()
    const report = await bench.importFolder(COMPANY)
    expect(report.changed).toBe(false)
    for (const { added, updated, removed } of report.tables)
      expect([added, updated, removed]).toEqual([0, 0, 0])
    expect(bench.data()).toEqual(before)
    expect(bench.rows('SELECT count(*) FROM imports')).toEqual([[2]])
    expect(bench.rows(`SELECT count(*) FROM log WHERE action = 'import'`)).toEqual([[2]])
  })

  test('may be compressed, quoted, with a byte order mark, CRLF and columns in any order', async () => {
    await bench.importFolder({
      'customers.csv.gz': gzipSync('\uFEFF"First_Name",Id\r\n"Ann, ""the"" first\r\none",c1\r\n'),
      'orders.csv': gzipSync('total,ordered_at,customer_id,id\n"1.50",2025-01-01,c1,o1\n'),
    })
    expect(
      bench.rows('SELECT first_name, total FROM customers JOIN orders ON customer_id = customers.id'),
    ).toEqual([['Ann, "the" first\r\none', 150]])
  })
})

describe('importing again', () => {
  beforeEach(() => bench.importFolder(COMPANY))
  const versions = () => Object.fromEntries(bench.rows('SELECT source, version FROM versions'))

  test('takes over what changed, keeps what the file does not tell, and raises only those counters', async () => {
    const before = versions()
    const report = await bench.importFolder({
      'customers.csv': csv('id,email,tags', 'c1,ann@new.example,gold|new', 'c2,bob@example.com,'),
    })
    expect(report.tables).toMatchObject([{ table: 'customers', added: 0, updated: 1, unchanged: 1 }])
    expect(
      bench.rows(
        'SELECT c.email, c.first_name, k.email FROM customers c JOIN customer_keys k USING (id) WHERE id = 1',
      ),
    ).toEqual([['ann@new.example', 'Ann', 'ann@new.example']])
    expect(bench.rows(`SELECT label FROM customer_labels WHERE kind = 'tag'`)).toEqual([['gold'], ['new']])
    expect(bench.rows('SELECT email_consent FROM facts WHERE id = 1')).toEqual([[1]])
    const after = versions()
    expect(Object.keys(after).filter((source) => after[source] !== before[source])).toEqual([
      'customers',
      'consents',
    ])
  })

  test('an empty consent cell says nothing, a new one wins', async () => {
    await bench.importFolder({ 'customers.csv': csv('id,accepts_email', 'c1,', 'c2,0') })
    expect(
      bench.rows(`SELECT customer_id, state FROM consents WHERE channel = 'email' AND customer_id < 3`),
    ).toEqual([
      [1, 'subscribed'],
      [2, 'unsubscribed'],
    ])
    expect(bench.rows('SELECT id, email_consent, email_reachable FROM facts WHERE id < 3')).toEqual([
      [1, 1, 1],
      [2, 0, 0],
    ])
  })

  test('the lines of an order are replaced as a whole, those of others stay', async () => {
    const report = await bench.importFolder({
      'items.csv': csv('order_id,product_id,quantity,price', 'o1,p1,5,4.50', 'o2,p2,1,9.00'),
    })
    expect(report.tables).toMatchObject([{ added: 0, updated: 1, unchanged: 1, removed: 1 }])
    expect(bench.rows('SELECT order_id, product_id, quantity FROM items ORDER BY order_id')).toEqual([
      [1, 1, 5],
      [2, 2, 1],
      [3, 1, 1],
      [4, 2, 1],
    ])
  })

  test('an order that changes hands or is cancelled takes its lines and facts along', async () => {
    await bench.importFolder({
      'orders.csv': csv(
        'id,customer_id,ordered_at,status,total',
        'o1,c2,2025-03-02,paid,18',
        'o4,c2,2025-06-01 10:00:00,cancelled,9',
      ),
    })
    expect(
      bench.rows('SELECT order_id, customer_id, ordered_at, counted FROM items WHERE order_id IN (1, 4)'),
    ).toEqual([
      [1, 2, 1740873600, 1],
      [1, 2, 1740873600, 1],
      [4, 2, 1748772000, 0],
    ])
    expect(bench.rows('SELECT id, orders, spent, last_at FROM facts WHERE id < 3')).toEqual([
      [1, 1, 900, 1743501600],
      [2, 1, 1800, 1740873600],
    ])
    expect(bench.rows('SELECT customer_id, orders FROM customer_category')).toEqual([
      [1, 1],
      [2, 1],
    ])
  })

  test('a product that moves to another category takes its lines and facts along', async () => {
    await bench.importFolder({
      'products.csv': csv('id,title,category,tags', 'p2,Mug,Kitchen,blue', 'p1,Green Tea,Tea,organic'),
    })
    expect(bench.rows('SELECT DISTINCT product_id, category_id FROM items ORDER BY 1')).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(
      bench.rows('SELECT category_id, customer_id, orders FROM customer_category ORDER BY 1, 2'),
    ).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [2, 2, 1],
    ])
    expect(bench.rows('SELECT product_id, label FROM product_tags ORDER BY 1')).toEqual([
      [1, 'organic'],
      [2, 'blue'],
    ])
  })

  test('a list has the members of its latest file', async () => {
    const before = versions()
    const report = await bench.importFolder({ 'lists.csv': csv('list,customer_id', 'vip,c3', 'vip,c1') })
    expect(report.tables).toMatchObject([{ added: 1, unchanged: 1, removed: 1 }])
    expect(
      bench.rows(
        `SELECT customer_id FROM list_members JOIN segments ON id = segment_id WHERE name = 'VIP' ORDER BY 1`,
      ),
    ).toEqual([[1], [3]])
    expect(versions()).toEqual({ ...before, lists: Number(before['lists']) + 1 })
  })

  test('another source has ids of its own', async () => {
    await bench.importFolder({ 'customers.csv': csv('id,first_name', 'c1,Zoe') }, { source: 'shop-2' })
    expect(
      bench.rows(
        `SELECT source, first_name FROM identities JOIN customers ON id = customer_id WHERE external_id = 'c1'`,
      ),
    ).toEqual([
      ['default', 'Ann'],
      ['shop-2', 'Zoe'],
    ])
  })

  test('a bounce makes an address unreachable', async () => {
    await bench.importFolder({
      'events.csv': csv('id,customer_id,type,occurred_at', 'e9,c1,bounced_email,2025-07-01'),
    })
    expect(bench.rows('SELECT email_consent, email_reachable FROM facts WHERE id = 1')).toEqual([[1, 0]])
  })
})

describe('rows that are not taken', () => {
  const reasons = async (files: Record<string, string>) => {
    const report = await bench.importFolder({ ...COMPANY, ...files }, { currency: 'USD' })
    return report.rejected.sample.map(
      ({ file, line, reason, value }) => `${file} ${line}: ${reason} (${value})`,
    )
  }

  test('name their line, their reason and the value', async () => {
    const rejected = await reasons({
      'orders.csv': csv(
        'id,customer_id,ordered_at,status,total,currency',
        'o1,c1,2025-02-30,paid,1,USD',
        'o2,nobody,2025-02-01,paid,1,USD',
        ',c1,2025-02-01,paid,1,USD',
        'o4,c1,2025-02-01,eaten,1,USD',
        'o5,c1,2025-02-01,paid,1.234,USD',
        'o6,c1,2025-02-01,paid,-1,USD',
        'o7,c1,2025-02-01,paid,1,EUR',
        'o8,c1,2025-02-01,paid',
        'o9,NA,2025-02-01,paid,1,USD',
        'o10,c1,2025-02-01,paid,1,usd',
      ),
      'items.csv': csv(
        'order_id,product_id,quantity,price',
        'o10,p1,-1,1',
        'o10,p9,1,1',
        'o2,p1,1,1',
        'o10,p1,1.5,1',
      ),
      'events.csv': csv(
        'id,customer_id,type,occurred_at,product_id',
        'e1,c9,x,2025-01-01,',
        'e2,c1,x,2025-01-01,p9',
        'e3,c1,x,soon,',
      ),
      'lists.csv': csv('list,customer_id', 'VIP,c9'),
      'companies.csv': csv('id,employees,relationship', 'b1,few,', 'b2,1,friend', 'b3,1,'),
      'people.csv': csv('id,company_id', 'h1,b1', 'h2,b3'),
      'signals.csv': csv(
        'id,type,company_id,person_id,occurred_at',
        's1,x,,,2025-01-01',
        's2,x,b1,,2025-01-01',
        's3,x,,h1,2025-01-01',
      ),
    })
    expect(rejected).toMatchInlineSnapshot(`
      [
        "companies.csv 2: employees is not a whole number (few)",
        "companies.csv 3: relationship is none of prospect, pipeline, customer, churned, closed_lost (friend)",
        "events.csv 2: unknown customer (c9)",
        "events.csv 3: unknown product (p9)",
        "events.csv 4: occurred_at is not a time as YYYY-MM-DD HH:MM:SS or ISO 8601 (soon)",
        "items.csv 2: quantity is negative (-1)",
        "items.csv 3: unknown product (p9)",
        "items.csv 4: unknown order (o2)",
        "items.csv 5: quantity is not a whole number (1.5)",
        "lists.csv 2: unknown customer (c9)",
        "orders.csv 2: ordered_at is a day that does not exist (2025-02-30)",
        "orders.csv 3: unknown customer (nobody)",
        "orders.csv 4: id is missing ()",
        "orders.csv 5: status is none of paid, pending, refunded, partially_refunded, cancelled (eaten)",
        "orders.csv 6: total has more than the 2 decimals of USD (1.234)",
        "orders.csv 7: total is negative (-1)",
        "orders.csv 8: currency is not USD, the currency of this workspace (EUR)",
        "orders.csv 9: the row has more or fewer cells than the header (4 instead of 6)",
        "orders.csv 10: customer_id is missing (NA)",
        "people.csv 2: unknown company (b1)",
        "signals.csv 2: names neither a company nor a person ()",
      ]
    `)
    expect(bench.rows('SELECT external_id FROM orders')).toEqual([['o10']])
    expect(bench.rows('SELECT count(*) FROM items')).toEqual([[0]])
    expect(bench.rows('SELECT external_id FROM people')).toEqual([['h2']])
  })

  test('signals of companies and people who are not known yet wait for them, and strengths are 0 to 1', async () => {
    const signals = csv(
      'id,type,company_id,person_id,occurred_at,strength',
      's1,funding,w1,,2025-01-01,0.5',
      's2,reply,b3,w2,2025-01-02,',
      's3,reply,b3,,2025-01-02,80',
    )
    const held = () =>
      bench.rows(`SELECT s.external_id, c.external_id, p.external_id FROM signals s
        LEFT JOIN companies c ON c.id = s.company_id LEFT JOIN people p ON p.id = s.person_id ORDER BY 1`)
    const first = await bench.importFolder({ 'companies.csv': csv('id', 'b3'), 'signals.csv': signals })
    expect(first.rejected.reasons).toMatchObject([{ reason: 'strength is not between 0 and 1', rows: 1 }])
    expect(first.notes).toContain(
      '2 signals name a company or person who is not known yet (w1, w2). They are kept, and count as soon as these are imported.',
    )
    expect(held()).toEqual([['s2', 'b3', null]])
    expect((await bench.importFolder({ 'signals.csv': signals })).changed).toBe(false)
    const later = await bench.importFolder({
      'companies.csv': csv('id', 'w1'),
      'people.csv': csv('id,company_id', 'w2,b3'),
    })
    expect(later.notes).toContain('2 signals that waited for these companies and people now count.')
    expect(held()).toEqual([
      ['s1', 'w1', null],
      ['s2', 'b3', 'w2'],
    ])
  })

  test('of two that contradict each other the first is taken, and one that repeats it is no harm', async () => {
    const report = await bench.importFolder({
      'customers.csv': csv('id,first_name', 'c1,Ann', 'c1,Ann', 'c2,Bob', 'c1,Eve'),
    })
    expect(report.tables).toMatchObject([{ added: 2, repeated: 1 }])
    expect(report.rejected.sample).toEqual([
      {
        file: 'customers.csv',
        line: 5,
        reason: 'another row has the same id and says otherwise',
        value: 'c1, as on line 2',
      },
    ])
    expect(bench.rows('SELECT first_name FROM customers')).toEqual([['Ann'], ['Bob']])
  })
})

test('a list whose name a segment has gets a name of its own', async () => {
  const actor = { userId: null, name: 'Test', surface: 'system', session: null } as const
  bench.writer.transaction(() =>
    insertSegment(
      bench.writer,
      { id: 'seg_1', name: 'BEST', description: '', kind: 'custom', criteria: '{}' },
      { at: 0, actor, proposalId: null },
    ),
  )
  await bench.importFolder({ 'customers.csv': csv('id', 'c1') })
  const report = await bench.importFolder({ 'lists.csv': csv('list,customer_id', 'Best,c1') })
  expect(report.notes).toContain('The list Best is called Best (list) here: something else has its name.')
  expect(bench.rows(`SELECT name FROM segments WHERE kind = 'list'`)).toEqual([['Best (list)']])
})

test('a campaign that events named first is the one that the file tells later', async () => {
  await bench.importFolder({
    'customers.csv': csv('id', 'c1'),
    'events.csv': csv('id,customer_id,type,occurred_at,campaign', 'e1,c1,opened_email,2025-01-01,Spring'),
  })
  await bench.importFolder({ 'campaigns.csv': csv('id,name,goal', 'k1,spring,sell') })
  expect(
    bench.rows(
      'SELECT external_id, goal, (SELECT count(*) FROM events WHERE campaign_id = c.id) FROM campaigns c',
    ),
  ).toEqual([['k1', 'sell', 1]])
})
