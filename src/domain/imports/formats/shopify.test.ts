import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csv, type ImportBench, importBench } from '../imports.fixture.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const CUSTOMER_HEADER =
  'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags'
/** The 79 columns of today. */
const ORDER_HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References'

type Cells = Readonly<Record<string, string>>

/** A row of a file with these cells; all others are empty. */
const row = (header: string, cells: Cells): string =>
  header
    .split(',')
    .map((name) => {
      const cell = cells[name] ?? ''
      return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
    })
    .join(',')

const orderFile = (...rows: Cells[]) => csv(ORDER_HEADER, ...rows.map((cells) => row(ORDER_HEADER, cells)))
const customerFile = (...rows: Cells[]) =>
  csv(CUSTOMER_HEADER, ...rows.map((cells) => row(CUSTOMER_HEADER, cells)))

const line = (name: string, sku: string, price: string, quantity = '1'): Cells => ({
  Name: name,
  'Lineitem quantity': quantity,
  'Lineitem name': `Product ${sku}`,
  'Lineitem price': price,
  'Lineitem sku': sku,
  Vendor: 'Acme',
})
const head = (name: string, total: string, more: Cells = {}): Cells => ({
  ...line(name, 'A', '10.00'),
  Email: 'ann@example.com',
  'Financial Status': 'paid',
  Currency: 'EUR',
  Total: total,
  'Created at': '2025-05-01 10:00:00 +0200',
  Id: `98${name.replace('#', '').padStart(17, '0')}`,
  Source: 'web',
  ...more,
})

const ANN = {
  'Customer ID': `'9013808660771000123`,
  'First Name': 'Ann',
  'Last Name': `'t Hart`,
  Email: 'ANN@Example.com',
  'Accepts Email Marketing': 'yes',
  'Default Address City': 'Toronto',
  'Default Address Province Code': 'ON',
  'Default Address Country Code': 'CA',
  'Default Address Zip': `'01234`,
  'Default Address Phone': `'+15550100001`,
  'Accepts SMS Marketing': 'no',
  Tags: 'VIP, "gold"',
}

describe('customers', () => {
  test('are read with byte-order marks, apostrophes, and ids that no number holds', async () => {
    const report = await bench.importFile(`\uFEFF${customerFile(ANN, { 'First Name': 'Nobody' })}`)
    expect(report.format).toBe('shopify-customers')
    expect(
      bench.rows(
        'SELECT source, external_id, email, last_name, region, postcode, phone FROM identities JOIN customers ON id = customer_id',
      ),
    ).toEqual([
      ['shopify', '9013808660771000123', 'ANN@Example.com', `'t Hart`, 'Ontario', '01234', '+15550100001'],
    ])
    expect(bench.rows('SELECT channel, state FROM consents')).toEqual([
      ['email', 'subscribed'],
      ['sms', 'unsubscribed'],
    ])
    expect(bench.rows('SELECT label FROM customer_labels')).toEqual([['"gold"'], ['VIP']])
    expect(report.rejected.sample).toMatchObject([
      { line: 3, reason: 'the row has neither an id nor an e-mail address nor a phone number' },
    ])
  })

  test('without ids, as exports once were, are who has the address when the ids come', async () => {
    const older = csv(
      'First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
      'Ann,Hart,ann@example.com,,,,Toronto,Ontario,ON,Canada,CA,,,yes,0,0,,,no',
    )
    expect((await bench.importFile(older)).format).toBe('shopify-customers')
    await bench.importFile(customerFile(ANN))
    expect(bench.rows('SELECT count(*), count(DISTINCT customer_id) FROM identities')).toEqual([[2, 1]])
    expect((await bench.importFile(older)).tables).toMatchObject([{ added: 0 }])
    expect(bench.rows('SELECT count(*) FROM customers')).toEqual([[1]])
  })

  test('whose ids a spreadsheet has shortened are not taken for others', async () => {
    const { rejected } = await bench.importFile(customerFile({ ...ANN, 'Customer ID': '9.01381E+18' }))
    expect(rejected.reasons.map(({ reason }) => reason)).toEqual([
      'id has lost its last digits in a spreadsheet',
    ])
  })
})

describe('orders', () => {
  const FILE = orderFile(
    head('#1', '32.50', {
      'Discount Code': 'TEN',
      'Discount Amount': '2.50',
      'Shipping City': 'Gouda',
      'Shipping Country': 'NL',
      'Billing Name': 'Ann van Hart',
      'Billing City': 'Köln',
      'Billing Country': 'DE',
      'Accepts Marketing': 'yes',
    }),
    line('#1', 'B', '12.50', '2'),
    line('#1', 'C', '5.00', '0'),
    head('#2', '10.00', {
      'Financial Status': 'partially_refunded',
      'Refunded Amount': '4.00',
      Source: 'pos',
    }),
    head('#3', '10.00', { 'Cancelled at': '2025-05-02 10:00:00 +0200', Source: '580111' }),
    head('#4', '10.00', { 'Financial Status': 'authorized', Email: '', Phone: `'+31 6 1234` }),
    head('#5', '10.00', { Email: '' }),
    line('#5', 'B', '1.00'),
    head('#6', '10.00', { 'Payment Method': 'Bogus (for testing)' }),
    head('#7', '10.00', { 'Financial Status': 'voided' }),
  )

  test('become orders, lines, customers and products', async () => {
    const report = await bench.importFile(FILE)
    expect(report.format).toBe('shopify-orders')
    expect(report.currency).toBe('EUR')
    expect(
      bench.rows(
        `SELECT substr(o.external_id, -2), email, status, counted, total, discount_total, refunded_total, discount_code, o.channel
         FROM orders o JOIN customers c ON c.id = customer_id`,
      ),
    ).toEqual([
      ['01', 'ann@example.com', 'paid', 1, 3250, 250, 0, 'TEN', 'online'],
      ['02', 'ann@example.com', 'partially_refunded', 1, 1000, 0, 400, null, 'store'],
      ['03', 'ann@example.com', 'cancelled', 0, 1000, 0, 0, null, '580111'],
      ['04', null, 'pending', 1, 1000, 0, 0, null, 'online'],
      ['07', 'ann@example.com', 'cancelled', 0, 1000, 0, 0, null, 'online'],
    ])
    expect(
      bench.rows(
        'SELECT order_id, p.external_id, p.title, b.name, quantity, i.price FROM items i JOIN products p ON p.id = product_id JOIN brands b ON b.id = brand_id WHERE order_id = 1',
      ),
    ).toEqual([
      [1, 'shopify:sku:A', 'Product A', 'Acme', 1, 1000],
      [1, 'shopify:sku:B', 'Product B', 'Acme', 2, 1250],
    ])
    expect(bench.rows('SELECT ordered_at FROM orders WHERE id = 1')).toEqual([[1746086400]])
    expect(report.rejected.sample.map(({ line: at, reason }) => [at, reason])).toEqual([
      [8, 'no customer: neither an e-mail address nor a phone number'],
      [9, 'another row of the order is not taken'],
      [10, 'a test order, paid for with Shopify’s test gateway'],
    ])
    expect(report.notes).toContain(
      'Lines with a quantity of 0 were taken off their orders, and are left out: 1.',
    )
    const before = bench.data()
    expect((await bench.importFile(FILE)).changed).toBe(false)
    expect(bench.data()).toEqual(before)
  })

  test('tell of a customer where they were sent, else whom they were billed to', async () => {
    await bench.importFile(
      orderFile(
        head('#1', '1', { 'Shipping City': 'Gouda', 'Shipping Country': 'NL', 'Billing Country': 'DE' }),
        head('#2', '1', {
          Email: 'bob@example.com',
          'Shipping Country': 'US',
          'Billing City': 'Springfield',
          'Billing Province': 'IL',
          'Billing Country': 'US',
          'Billing Zip': `'02928`,
          'Billing Name': 'Bob  van Bree',
        }),
      ),
    )
    expect(
      bench.rows('SELECT city, region, country, postcode, first_name, last_name FROM customers'),
    ).toEqual([
      ['Gouda', null, 'NL', null, null, null],
      ['Springfield', 'Illinois', 'US', '02928', 'Bob', 'van Bree'],
    ])
  })

  test('belong to the customers that an export of customers tells, in either order', async () => {
    await bench.importFolder({ 'orders.csv': FILE, 'customers_export.csv': customerFile(ANN) })
    expect(bench.rows('SELECT count(*) FROM customers WHERE email IS NOT NULL')).toEqual([[1]])
    expect(bench.rows('SELECT email, city, country FROM customers WHERE id = 1')).toEqual([
      ['ANN@Example.com', 'Toronto', 'CA'],
    ])
    const other = importBench()
    await other.importFile(FILE)
    await other.importFile(customerFile(ANN))
    expect(other.rows(`SELECT count(*) FROM customers WHERE email IS NOT NULL`)).toEqual([[1]])
    expect(other.rows('SELECT city FROM customers WHERE id = 1')).toEqual([['Toronto']])
    other.close()
  })

  test('are taken whole or not at all, also where their rows stand apart or repeat themselves', async () => {
    const report = await bench.importFile(
      orderFile(
        head('#1', '20.00'),
        head('#2', '5.00', { Email: 'bob@example.com' }),
        line('#1', 'B', '10.00'),
        { ...head('#2', '5.00', { Email: 'bob@example.com' }), ...line('#2', 'B', '2.00') },
        head('#3', '9.00'),
        line('#3', 'B', 'free'),
        line('#4', 'B', '1.00'),
      ),
    )
    expect(bench.rows('SELECT order_id, count(*) FROM items GROUP BY 1')).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect(report.rejected.sample.map(({ line: at, reason }) => [at, reason])).toEqual([
      [6, 'another row of the order is not taken'],
      [7, 'price is not an amount of money as a decimal number'],
      [8, 'no row of the order tells its date and total'],
    ])
  })

  test('that came by their names get their ids, and never the other way round', async () => {
    const unnamed = ORDER_HEADER.replace(',Id,', ',Location 2,')
    const older = csv(unnamed, row(unnamed, head('#1', '20.00')))
    await bench.importFile(older)
    expect(bench.rows('SELECT external_id FROM orders')).toEqual([['#1']])
    await bench.importFile(orderFile(head('#1', '20.00')))
    expect(bench.rows('SELECT external_id FROM orders')).toEqual([['9800000000000000001']])
    await expect(bench.importFile(older)).rejects.toMatchObject({ code: 'input' })
  })

  test('consent at an order is of its time: a later one wins', async () => {
    const consent = () => bench.rows('SELECT state, changed_at FROM consents')
    await bench.importFile(orderFile(head('#2', '1', { 'Accepts Marketing': 'no' })))
    await bench.importFile(
      orderFile(head('#1', '1', { 'Accepts Marketing': 'yes', 'Created at': '2025-04-01 10:00:00 +0000' })),
    )
    expect(consent()).toEqual([['unsubscribed', 1746086400]])
    await bench.importFile(
      orderFile(head('#3', '1', { 'Accepts Marketing': 'yes', 'Created at': '2025-06-01 10:00:00 +0000' })),
    )
    expect(consent()).toEqual([['subscribed', 1748772000]])
  })
})

describe('products', () => {
  const FILE = csv(
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Price,Image Src',
    'top,Classic Top,"<p>Soft, warm</p>",Acme,Tops,"women, new",true,Size,Small,Color,Red,TOP-S,60,a.jpg',
    'top,,,,,,,,Large,,Red,,60.00,',
    'top,,,,,,,,,,,,,b.jpg',
    `mug,Mug,,Acme,,,true,Title,Default Title,,,'0123,9,`,
  )

  test('are one for each variant, named as order lines name it', async () => {
    const report = await bench.importFile(FILE)
    expect(report.format).toBe('shopify-products')
    expect(
      bench.rows(
        'SELECT external_id, title, c.name, b.name, price, sku FROM products p LEFT JOIN categories c ON c.id = category_id JOIN brands b ON b.id = brand_id',
      ),
    ).toEqual([
      ['shopify:sku:TOP-S', 'Classic Top - Small / Red', 'Tops', 'Acme', 6000, 'TOP-S'],
      ['shopify:name:classic top - large / red', 'Classic Top - Large / Red', 'Tops', 'Acme', 6000, null],
      ['shopify:sku:0123', 'Mug', null, 'Acme', 900, '0123'],
    ])
    expect(bench.rows('SELECT count(*) FROM product_tags')).toEqual([[4]])
    expect(report.notes).toContain('Rows that only hold another picture of a product are left out: 1.')
    expect((await bench.importFile(FILE)).changed).toBe(false)
  })

  test('are the products of order lines, whichever file comes first', async () => {
    const sold = {
      ...head('#1', '60'),
      'Lineitem sku': '',
      'Lineitem name': 'Classic Top - Large / Red',
    }
    await bench.importFile(orderFile(sold))
    await bench.importFile(FILE, { currency: 'EUR' })
    expect(bench.rows('SELECT c.name FROM items i JOIN categories c ON c.id = i.category_id')).toEqual([
      ['Tops'],
    ])
    expect((await bench.importFile(orderFile(sold))).changed).toBe(false)
  })
})
