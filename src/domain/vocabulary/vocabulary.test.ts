import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenReader, openReader, type OpenWriter, openWriter } from '#db/open.ts'
import { currencyOf } from '#kernel/money.ts'
import { createVocabulary } from './create-vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

let folder: string
let writer: OpenWriter
let reader: OpenReader
let vocabulary: Vocabulary

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-vocabulary-'))
  const path = join(folder, 'muster.db')
  writer = openWriter(path)
  writer.driver.exec(COMPANY)
  reader = openReader(path)
  vocabulary = createVocabulary({ reader, currency: () => currencyOf('USD') })
})

afterEach(() => {
  reader.close()
  writer.close()
  rmSync(folder, { recursive: true })
})

/** Four customers, three products, orders through two channels in three spellings. */
const COMPANY = `
INSERT INTO customers(id, email, country, region, city, language, gender) VALUES
  (1, 'a@example.com', 'US', 'California', 'Oakland', 'en', 'Female'),
  (2, 'b@example.com', 'US', 'Texas', 'Austin', 'en', 'Male'),
  (3, NULL, 'DE', NULL, 'Berlin', 'de', 'Female'),
  (4, NULL, 'Atlantis', NULL, 'San Francisco', 'fr', NULL);
INSERT INTO customer_keys(id, email, country, region, city, language, gender)
  SELECT id, email, lower(country), lower(region), lower(city), language, lower(gender) FROM customers;
INSERT INTO customer_labels VALUES ('tag', 'vip', 1, 'VIP'), ('tag', 'vip', 2, 'VIP'), ('tag', 'press', 3, 'Press');
INSERT INTO facts(id, email_consent, email_reachable, sms_reachable, orders, spent, refunded, discount, last_at)
  VALUES (1, 1, 1, 0, 2, 30, 0, 0, 20), (2, 0, 0, 0, 1, 10, 0, 0, 30), (3, NULL, 0, 0, 0, 0, 0, 0, NULL),
  (4, NULL, 0, 0, 0, 0, 0, 0, NULL);
INSERT INTO categories VALUES (1, 'Coffee Beans', 'coffee beans'), (2, 'Tea', 'tea');
INSERT INTO brands VALUES (1, 'Kopi', 'kopi');
INSERT INTO products(id, external_id, title, title_key, category_id, brand_id, price, sku, sku_key) VALUES
  (1, 'p1', 'Dark Roast 500 g', 'dark roast 500 g', 1, 1, 1250, 'DR-1', 'dr-1'),
  (2, 'p2', 'Gentle Green Tea', 'gentle green tea', 2, NULL, 800, NULL, NULL),
  (3, 'p3', 'Espresso Roast', 'espresso roast', 1, 1, 1800, 'ER-1', 'er-1');
INSERT INTO product_tags VALUES ('organic', 2, 'Organic'), ('organic', 3, 'Organic');
INSERT INTO orders(id, source, external_id, customer_id, ordered_at, status, counted, total, discount_total,
  refunded_total, discount_code, discount_key, channel, device) VALUES
  (1, 'default', 'o1', 1, 10, 'paid', 1, 10, 0, 0, 'SPRING', 'spring', 'Online', 'mobile'),
  (2, 'default', 'o2', 1, 20, 'paid', 1, 20, 0, 0, NULL, NULL, 'online', 'desktop'),
  (3, 'default', 'o3', 2, 30, 'paid', 1, 10, 0, 0, NULL, NULL, 'store', NULL);
INSERT INTO event_types VALUES (1, 'viewed_product', 'viewed_product'), (2, 'opened_email', 'opened_email');
INSERT INTO campaigns(id, name, key) VALUES (1, 'Spring Sale', 'spring sale'), (2, 'spring sale', 'spring sale');
INSERT INTO events(id, source, external_id, customer_id, type_id, occurred_at, campaign_id, channel) VALUES
  (1, 'default', 'e1', 1, 1, 5, NULL, 'ONLINE'), (2, 'default', 'e2', 1, 1, 6, NULL, NULL),
  (3, 'default', 'e3', 2, 2, 7, 1, 'email'), (4, 'default', 'e4', 3, 1, 8, NULL, NULL);
INSERT INTO segments(id, name, name_key, description, kind, criteria, version, created_at, updated_at, deleted_at) VALUES
  ('seg_1', 'Champions', 'champions', '', 'custom', '{}', 1, 0, 0, NULL),
  ('seg_2', 'Gone', 'gone', '', 'custom', '{}', 1, 0, 0, 5);
`

const found = (text: string, field?: Parameters<Vocabulary['values']>[0]) =>
  vocabulary
    .find(text, field === undefined ? {} : { field })
    .map((match) => `${match.field} ${match.value} ${match.via}`)

describe('values', () => {
  test('most frequent first, as criteria write them and as people read them', () => {
    expect(vocabulary.values('country')).toEqual([
      { field: 'country', value: 'US', label: 'United States', count: 2 },
      { field: 'country', value: 'Atlantis', label: 'Atlantis', count: 1 },
      { field: 'country', value: 'DE', label: 'Germany', count: 1 },
    ])
    expect(vocabulary.values('language').map(({ label }) => label)).toEqual(['English', 'French', 'German'])
    expect(vocabulary.values('tags')).toEqual([
      { field: 'tags', value: 'VIP', label: 'VIP', count: 2 },
      { field: 'tags', value: 'Press', label: 'Press', count: 1 },
    ])
  })

  test('names count products', () => {
    expect(vocabulary.values('category')).toMatchObject([
      { value: 'Coffee Beans', count: 2 },
      { value: 'Tea', count: 1 },
    ])
    expect(vocabulary.values('product_tag')).toMatchObject([{ value: 'Organic', count: 2 }])
  })

  test('what orders and events carry, one value for all spellings', () => {
    expect(vocabulary.values('channel')).toMatchObject([
      { value: 'Online', count: 3 },
      { value: 'email', count: 1 },
      { value: 'store', count: 1 },
    ])
    expect(vocabulary.values('event')).toMatchObject([
      { value: 'viewed_product', count: 2 },
      { value: 'opened_email', count: 1 },
    ])
    expect(vocabulary.values('campaign')).toMatchObject([{ value: 'Spring Sale', count: 1 }])
    expect(vocabulary.values('discount_code')).toMatchObject([{ value: 'SPRING', count: 1 }])
  })

  test('segments are named by their ids, without deleted ones', () => {
    expect(vocabulary.values('segment')).toEqual([
      { field: 'segment', value: 'seg_1', label: 'Champions', count: 0 },
    ])
  })
})

describe('find', () => {
  test.for([
    ['California', 'region California exact'],
    ['Calfirnoia', 'region California fuzzy'],
    ['Gremany', 'country DE fuzzy'],
    ['germany', 'country DE exact'],
    ['de', 'country DE exact'],
    ['the states', undefined],
    ['America', 'country US alias'],
    ['the United States', 'country US alias'],
    ['germans', 'country DE alias'],
    ['CA', 'region California alias'],
    ['TX', 'region Texas alias'],
    ['women', 'gender Female alias'],
    ['san francisco', 'city San Francisco exact'],
    ['san fransisco', 'city San Francisco fuzzy'],
    ['francisco', 'city San Francisco prefix'],
    ['coffee', 'category Coffee Beans prefix'],
    ['teas', 'category Tea alias'],
    ['roast', 'product Espresso Roast prefix'],
    ['gentel green tea', 'product Gentle Green Tea fuzzy'],
    ['vip', 'tags VIP exact'],
    ['champion', 'segment seg_1 alias'],
  ] as const)('%s → %s', ([text, best]) => expect(found(text)[0]).toBe(best))

  test('"German" is a language and a people', () => {
    expect(found('German').slice(0, 2)).toEqual(['language de exact', 'country DE alias'])
  })

  test.for(['tx', 'or', 'vop', 'ti', ''])('nothing is guessed for %j', (text) => {
    expect(found(text).filter((match) => !match.startsWith('city'))).toEqual([])
  })

  test('a region code may be small where a region is meant', () => {
    expect(found('tx', 'region')).toEqual(['region Texas alias'])
  })
})

describe('dictionary', () => {
  test('products by each key and by all of them', () => {
    const { products } = vocabulary.dictionary
    expect(products({ product: ['ROAST'] })).toEqual([1, 3])
    expect(products({ category: ['coffee beans'], tag: ['organic'] })).toEqual([3])
    expect(products({ brand: ['Kopi'], price: { op: '<', value: 15 } })).toEqual([1])
    expect(products({ sku: ['er-1', 'nothing'] })).toEqual([3])
    expect(products({ price: { op: 'between', value: [8, 12.5] } })).toEqual([1, 2])
  })

  test('names to ids, namesakes together', () => {
    const { categories, eventTypes, campaigns, spellings } = vocabulary.dictionary
    expect(categories(['TEA', 'nothing'])).toEqual([2])
    expect(eventTypes(['Viewed_Product', 'opened_email'])).toEqual([1, 2])
    expect(campaigns(['Spring sale'])).toEqual([1, 2])
    expect(spellings('channel', ['online']).toSorted()).toEqual(['ONLINE', 'Online', 'online'])
  })

  test('what is not there has neighbours', () => {
    const { known } = vocabulary.dictionary
    expect(known('city', 'austin')).toEqual({ known: true, nearest: [] })
    expect(known('city', 'asutin')).toEqual({ known: false, nearest: ['Austin'] })
    expect(known('segment', 'champoins')).toEqual({ known: false, nearest: ['Champions'] })
    expect(known('discount_code', 'spring').known).toBe(true)
    expect(known('channel', 'store').known).toBe(true)
    expect(known('tags', 'nobody').known).toBe(false)
  })
})

describe('fields', () => {
  test('say how well they are filled', () => {
    expect(vocabulary.filled('email')).toBe(0.5)
    expect(vocabulary.filled('phone')).toBe(0)
    expect(vocabulary.filled('tags')).toBe(0.75)
    expect(vocabulary.filled('consent.email')).toBe(0.5)
    expect(vocabulary.filled('orders.spend')).toBe(0.5)
    expect(vocabulary.filled('event:viewed_product')).toBe(0.5)
    expect(vocabulary.filled('events.device')).toBe(0)
    expect(vocabulary.filled('loyalty_points')).toBe(0)
  })

  test('are listed with their commonest values, events among them', () => {
    const fields = vocabulary.fields()
    expect(fields.find(({ name }) => name === 'country')).toMatchObject({
      label: 'country',
      type: 'text',
      filled: 1,
      values: [{ label: 'United States' }, { label: 'Atlantis' }, { label: 'Germany' }],
    })
    expect(fields.find(({ name }) => name === 'event:viewed_product')).toMatchObject({ type: 'date' })
  })
})

test('new data is seen as soon as its version has risen', () => {
  expect(vocabulary.dictionary.known('city', 'lisbon').known).toBe(false)
  expect(found('Portland')).toEqual([])
  writer.driver.exec(`
    INSERT INTO customers(id, city) VALUES (5, 'Lisbon'), (6, 'Portland');
    INSERT INTO customer_keys(id, city) VALUES (5, 'lisbon'), (6, 'portland');
    UPDATE versions SET version = version + 1 WHERE source = 'customers'`)
  expect(vocabulary.dictionary.known('city', 'lisbon').known).toBe(true)
  expect(found('Portland')[0]).toBe('city Portland exact')
})
