import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csv, type ImportBench, importBench } from '../imports.fixture.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

/** The quirks of the UCI Online Retail data, small. */
const RETAIL = csv(
  '"InvoiceNo","StockCode","Description","Quantity","InvoiceDate","UnitPrice","CustomerID","Country"',
  '"1001","85123A","WHITE HEART",6,2011-01-02 08:26:00,2.55,17850,"United Kingdom"',
  '"1001","71053","LANTERN, ""WHITE""",6,2011-01-02 08:27:00,3.39,17850,"United Kingdom"',
  '"1001","71053","LANTERN, ""WHITE""",6,2011-01-02 08:27:00,3.39,17850,"United Kingdom"',
  '"1002","85123A","CREAM HEART",1,2011-02-02,2.00,17850,"Germany"',
  '"1003","85123A","WHITE HEART",1,2011-03-02 10:00:00,0.001,12345,"EIRE"',
  '"C1004","85123A","WHITE HEART",-1,2011-03-03 10:00:00,2.55,12345,"EIRE"',
  '"C1004","71053",NA,-2,2011-03-03 10:00:00,3.39,12345,"EIRE"',
  '"1005","22423","STAND",1,2011-03-04 10:00:00,12.75,NA,"Unspecified"',
  '"1005","22424","STAND",1,2011-03-04 10:00:00,12.75,NA,"Unspecified"',
  '"C1006","22423","STAND",-1,2011-03-04 10:00:00,12.75,99999,"France"',
  '"1007","22423","STAND",-5,2011-03-05 10:00:00,12.75,12345,"EIRE"',
  '"A1008","B","Adjust bad debt",1,2011-03-05 10:00:00,-11062.06,12345,"EIRE"',
  '"1009","22423","STAND",0,2011-03-05 10:00:00,12.75,12345,"EIRE"',
)

describe('a file of the Online Retail kind', () => {
  test('becomes customers, products, orders and their lines', async () => {
    const report = await bench.importFile(RETAIL, { currency: 'gbp' })
    expect(report.format).toBe('order-lines')
    expect(report.currency).toBe('GBP')
    expect(
      bench.rows(
        'SELECT external_id, country, orders, spent, last_at FROM identities JOIN facts ON facts.id = customer_id ORDER BY external_id',
      ),
    ).toEqual([
      ['12345', 'ie', 1, 0, 1299060000],
      ['17850', 'gb', 2, 5798, 1296604800],
    ])
    expect(bench.rows('SELECT external_id, status, counted, total, ordered_at FROM orders')).toEqual([
      ['1001', 'paid', 1, 5598, 1293956760],
      ['1002', 'paid', 1, 200, 1296604800],
      ['1003', 'paid', 1, 0, 1299060000],
      ['C1004', 'cancelled', 0, 933, 1299146400],
    ])
    expect(bench.rows('SELECT external_id, title, sku, price FROM products')).toEqual([
      ['85123A', 'WHITE HEART', '85123A', null],
      ['71053', 'LANTERN, "WHITE"', '71053', null],
    ])
    expect(bench.rows('SELECT order_id, product_id, quantity, price, counted FROM items')).toEqual([
      [1, 1, 6, 255, 1],
      [1, 2, 6, 339, 1],
      [1, 2, 6, 339, 1],
      [2, 1, 1, 200, 1],
      [3, 1, 1, 0, 1],
      [4, 1, 1, 255, 0],
      [4, 2, 2, 339, 0],
    ])
  })

  test('tells which rows were not taken, by row and by order, and by which rules it was read', async () => {
    const { rejected, notes } = await bench.importFile(RETAIL)
    expect(rejected.reasons).toEqual([
      { reason: 'no customer', rows: 2, orders: 1 },
      { reason: 'customer has only cancelled orders', rows: 1, orders: 1 },
      { reason: 'negative quantity on an order that is not cancelled', rows: 1, orders: 1 },
      { reason: 'price is negative', rows: 1, orders: 1 },
      { reason: 'quantity is zero', rows: 1, orders: 1 },
    ])
    expect(rejected.sample.map(({ line }) => line)).toEqual([9, 10, 11, 12, 13, 14])
    expect(notes).toMatchInlineSnapshot(`
      [
        "Amounts are taken to be in USD, the currency of this workspace; the files name none. If that is wrong, import into a new database with the currency given.",
        "Amounts with more decimals than USD has (2) were rounded: 1.",
        "The total of an order is the sum of its lines, quantity × price; its time is the earliest of them.",
        "Cancelled orders never count: 1. An order is cancelled when its status says so, or when its id is a C and a number and its quantities are negative.",
        "Lines that cost nothing are kept, as products that were ordered: 1.",
        "A customer’s country is the one that most of the customer’s rows have.",
        "Orders without a status count as paid: 3.",
      ]
    `)
  })

  test('changes nothing the second time, and replaces an order that comes again with other lines', async () => {
    await bench.importFile(RETAIL)
    const before = bench.data()
    expect((await bench.importFile(RETAIL)).changed).toBe(false)
    expect(bench.data()).toEqual(before)
    const report = await bench.importFile(
      csv(
        'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
        '1001,85123A,WHITE HEART,2,2011-01-02 08:26:00,2.55,17850,United Kingdom',
      ),
    )
    expect(report.tables).toMatchObject([
      { table: 'customers', unchanged: 1 },
      { table: 'products', unchanged: 1 },
      { table: 'orders', updated: 1 },
      { table: 'items', updated: 1, removed: 2 },
    ])
    expect(bench.rows(`SELECT total FROM orders WHERE external_id = '1001'`)).toEqual([[510]])
    expect(bench.rows('SELECT orders, spent FROM facts WHERE spent > 0')).toEqual([[2, 710]])
  })
})

test('columns are found by the names that shops use, or named', async () => {
  const shop = csv(
    'Order Number;Line Item SKU;Qty;Purchase Date;Item Price;Buyer;Shipping Country;Department;Vendor;Order Status;Coupon Code;Sales Channel;Tax',
    'C7;A1;2;2025-01-01;9.99;b1;de;Tea;Acme;Shipped;TEN;web;1',
    'C8;A1;1;2025-01-02;9.99;b1;de;Tea;Acme;Voided;;web;1',
    'C9;A1;1;2025-01-03;9.99;b2;at;Tea;Acme;Lost;;web;1',
  )
  const report = await bench.importFile(shop, {
    map: { product_id: 'line item sku', customer_id: 'Buyer' },
    currency: 'EUR',
  })
  expect(report.files[0]?.ignoredColumns).toEqual(['Tax'])
  expect(report.files[0]?.columns['price']).toBe('Item Price')
  expect(bench.rows('SELECT external_id, status, total, discount_code, channel FROM orders')).toEqual([
    ['C7', 'paid', 1998, 'TEN', 'web'],
    ['C8', 'cancelled', 999, null, 'web'],
  ])
  expect(
    bench.rows(
      'SELECT title, c.name, b.name FROM products p JOIN categories c ON c.id = category_id JOIN brands b ON b.id = brand_id',
    ),
  ).toEqual([['A1', 'Tea', 'Acme']])
  expect(report.rejected.reasons.map(({ reason }) => reason)).toEqual([
    'status is none of paid, pending, refunded, partially_refunded, cancelled',
  ])
  expect(report.notes).toContain('The file tells no product names, so products are called by their ids.')
})

test('lines that contradict the first line of their order are rejected', async () => {
  const report = await bench.importFile(
    csv(
      'order_id,sku,qty,date,price,customer,status',
      '1,A,1,2025-01-01,1.00,ann,paid',
      '1,B,1,2025-01-01,2.00,bob,paid',
      '1,C,1,2025-01-01,4.00,ann,cancelled',
      '1,D,1,2025-01-01,8.00,ann,',
      '1,E,1,2025-01-01,16.00,ann,paid',
    ),
  )
  expect(report.rejected.sample.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'another customer than on the first line of the order'],
    [4, 'another status than on the first line of the order'],
    [5, 'another status than on the first line of the order'],
  ])
  expect(bench.rows('SELECT total, status FROM orders')).toEqual([[1700, 'paid']])
})

test('overlapping files do not double an order', async () => {
  const header = 'order_id,sku,qty,date,price,customer'
  const january = bench.write(
    'january.csv',
    csv(header, '1,A,1,2025-01-01,1.00,ann', '2,A,1,2025-01-31,2.00,ann'),
  )
  const quarter = bench.write(
    'quarter.csv',
    csv(header, '2,A,1,2025-01-31,2.00,ann', '3,A,1,2025-02-01,4.00,ann'),
  )
  const report = await bench.importFolder({ 'customers.csv': 'id\n' }, { paths: [january, quarter, january] })
  expect(report.files.map(({ file }) => file)).toEqual(['january.csv', 'quarter.csv'])
  expect(report.rejected.sample).toEqual([
    { file: 'quarter.csv', line: 2, reason: 'an earlier file has lines of the same order', value: '2' },
  ])
  expect(bench.rows('SELECT spent FROM facts')).toEqual([[700]])
})

test('an order in another currency than the workspace’s is rejected', async () => {
  const header = 'order_id,sku,qty,date,price,customer,currency'
  const first = await bench.importFile(csv(header, '1,A,1,2025-01-01,100,ann,JPY'))
  expect(first.notes).toContain('Amounts are in JPY, as the files say.')
  expect(bench.rows('SELECT currency FROM workspace')).toEqual([['JPY']])
  const report = await bench.importFile(
    csv(header, '2,A,1,2025-01-01,100,ann,USD', '3,A,1,2025-01-01,7,ann,jpy'),
  )
  expect(report.rejected.sample).toMatchObject([
    { line: 2, reason: 'currency is not JPY, the currency of this workspace', value: 'USD' },
  ])
  expect(bench.rows('SELECT sum(total) FROM orders')).toEqual([[107]])
})
